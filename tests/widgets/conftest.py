"""Chromium and the host page for the tests of the widgets."""

from __future__ import annotations

import pytest

from tests.widgets.host import Host


@pytest.fixture(scope="module")
def laptop(browser):
    """A page on a laptop's screen that can also be touched. One for many tests: pages are slow to open."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, has_touch=True)
    yield page
    page.context.close()


@pytest.fixture
def host(laptop):
    """A fresh document for widgets. After the test: no error was thrown in it, and no server was asked."""
    errors, requests = [], []
    listeners = {
        "pageerror": lambda error: errors.append(str(error)),
        "request": lambda request: requests.append(request.url),
    }
    for event, listener in listeners.items():
        laptop.on(event, listener)
    yield Host(laptop)
    laptop.mouse.up()
    laptop.goto("about:blank")
    for event, listener in listeners.items():
        laptop.remove_listener(event, listener)
    assert not errors
    assert not [url for url in requests if not url.startswith(("about:", "data:", "blob:"))]
