"""One JupyterLab and one Chromium for all tests; for each test a course without work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk, worked_answer
from tests.browser.jupyter import Lab

# Two of these run at once beside a server and a kernel each: on a slow machine five seconds are not enough.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """The server."""
    lab = Lab(tmp_path_factory.mktemp("lab"))
    yield lab
    lab.stop()


@pytest.fixture(scope="session")
def page_of_the_lab(browser, lab):
    """JupyterLab on a laptop's screen that can also be touched. One for all tests: it is slow to load."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, has_touch=True, accept_downloads=True)
    yield Desk(page, lab)
    page.context.close()


@pytest.fixture
def desk(request, page_of_the_lab):
    """JupyterLab without any work. After the test: nothing went wrong in the page.

    Nothing is open either, unless the test takes `show`: then what `show` opened last may still be.
    """
    if "show" in request.fixturenames and not request.session.testsfailed:
        page_of_the_lab.clear_work()
    else:
        page_of_the_lab.clear()
    yield page_of_the_lab
    assert not page_of_the_lab.errors


@pytest.fixture
def show(desk):
    """`Desk.show`: by default the MoSCoW exercise and a quiz."""
    return desk.show


@pytest.fixture(scope="session")
def worked() -> dict[str, str]:
    """The worked answer of the case to the MoSCoW exercise: item id -> lane."""
    return worked_answer("moscow")
