"""The number field in Chromium: what is told as it is typed, faults, access, and texts that mean harm."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.widgets.host import DARK, LIGHT
from tpm_kit.widgets.number_field import NumberField

EVIL = "<img src=x onerror=window.hacked=1>"


def test_a_number_is_told_as_it_is_typed_and_faults_stand_at_it(host):
    shown = host.show(NumberField(label="Offer", unit="dollars a year", text="95,000"))
    field = shown.root.get_by_role("textbox", name="Offer")
    assert field.input_value() == "95,000"
    host.listen()
    field.fill("")
    field.press_sequentially("12b")
    assert (shown.model("model.get('text')"), shown.saves, host.heard) == ("12b", 4, [])
    shown.push(fault="Type a number.")
    expect(field).to_have_accessible_description("✕ Type a number.")
    expect(field).to_have_attribute("aria-invalid", "true")
    shown.push(fault="", text="120,000")
    expect(field).to_have_accessible_description("")
    assert (field.input_value(), shown.saves) == ("120,000", 4)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing(host, theme):
    field = host.show(NumberField(label="Offer", unit="dollars", text="x", fault="Type a number."))
    host.theme(theme)
    results = Axe().run(field.page)
    assert results.violations_count == 0, results.generate_report()


def test_texts_stay_texts(host):
    field = host.show(NumberField(label=EVIL, unit=EVIL, text=EVIL, fault=EVIL))
    assert field.root.get_by_text(EVIL).count() == 3
    assert host.page.locator("img").count() == 0
    assert host.page.evaluate("window.hacked") is None
