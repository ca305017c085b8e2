"""The picture in Chromium: it is there without a jump or a flicker, has its text, and tells the theme."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.widgets.host import DARK, LIGHT, Host, Shown
from tpm_kit.figures.png import encode
from tpm_kit.widgets.picture import Picture

EVIL = '"><img src=x onerror=window.hacked=1>'


def file(colour: tuple[int, int, int, int], across: int = 200, down: int = 100) -> bytes:
    """A PNG file of one colour, with a transparent pixel."""
    pixels = np.full((down, across, 4), colour, np.uint8)
    pixels[-1, -1] = 0
    return encode(pixels)


RED, BLUE = (200, 0, 0, 255), (0, 0, 200, 255)


def state(picture: Picture) -> dict:
    """What the kernel sends of a picture."""
    return {name: picture.get_state(name)[name] for name in ("png", "alt", "width", "ratio", "dark")}


def show(host: Host, picture: Picture, *, loaded: bool = True, shadow: bool = False) -> Shown:
    """Show a picture as it is sent, and wait until it is decoded."""
    sent = state(picture)
    shown = host.show(SimpleNamespace(keys=list(sent), _esm=picture._esm, **sent), shadow=shadow)
    if loaded:
        host.page.wait_for_function(
            "(number) => { const outer = document.querySelector(`[data-host='${number}']`);"
            " return (outer.shadowRoot ?? outer).querySelector('img').naturalWidth > 0; }",
            arg=shown.number,
        )
    return shown


def theme(host: Host, light: str) -> None:
    """Name the theme as JupyterLab does."""
    host.page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)


def image(shown: Shown):
    """The picture on screen."""
    return shown.root.locator("img")


def test_a_picture_has_its_width_its_shape_and_its_text(host):
    shown = show(host, Picture(file(RED), "A red field", width=300))
    box = image(shown).bounding_box()
    assert (box["width"], box["height"]) == (300, 150)
    assert shown.root.get_by_role("img", name="A red field").is_visible()


def test_a_picture_gets_no_wider_than_its_room(host):
    shown = show(host, Picture(file(RED), "A red field", width=4000))
    box = image(shown).bounding_box()
    assert box["width"] == pytest.approx(host.page.evaluate("document.body.clientWidth"))
    assert box["height"] == pytest.approx(box["width"] / 2)


def test_its_room_is_kept_before_it_is_there(host):
    shown = show(host, Picture(b"", "", width=300), loaded=False)
    shown.push(ratio=3.0, png="bm90IGEgcGljdHVyZQ==", alt="soon")
    host.page.wait_for_timeout(100)
    assert image(shown).evaluate("(one) => [one.offsetWidth, one.offsetHeight]") == [300, 100]


def test_the_next_picture_takes_the_place_of_the_last_without_a_gap(host):
    shown = show(host, Picture(file(RED), "red", width=300))
    host.page.evaluate("""() => {
      const image = document.querySelector("img");
      window.seen = [];
      const look = () => {
        seen.push([image.naturalWidth, image.offsetHeight, image.complete, image.src.length > 100]);
        window.looking = requestAnimationFrame(look);
      };
      look();
    }""")
    for colour in (BLUE, RED, BLUE):
        shown.push(**{"png": state(Picture(file(colour)))["png"], "alt": str(colour)})
        host.page.wait_for_timeout(60)
    host.page.evaluate("() => cancelAnimationFrame(looking)")
    assert image(shown).get_attribute("alt") == str(BLUE)
    seen = {tuple(one) for one in host.page.evaluate("seen")}
    assert seen == {(200, 150, True, True)}
    drawn = host.page.evaluate("""() => {
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.drawImage(document.querySelector("img"), 0, 0);
      return [...canvas.getImageData(5, 5, 1, 1).data];
    }""")
    assert drawn == list(BLUE)


def test_of_pictures_in_quick_succession_the_last_one_stays(host):
    shown = show(host, Picture(file(RED), "red", width=300))
    for colour in [RED, BLUE] * 4:
        shown.push(png=state(Picture(file(colour)))["png"])
    last = state(Picture(file(BLUE)))["png"]
    host.page.wait_for_function("(last) => document.querySelector('img').src.endsWith(last)", arg=last)
    host.page.wait_for_timeout(100)
    assert image(shown).get_attribute("src").endswith(last)


def test_a_file_that_cannot_be_decoded_leaves_the_last_picture(host):
    shown = show(host, Picture(file(RED), "red", width=300))
    before = image(shown).get_attribute("src")
    shown.push(png="bm90IGEgcGljdHVyZQ==", alt="broken")
    host.page.wait_for_timeout(100)
    assert (image(shown).get_attribute("src"), image(shown).get_attribute("alt")) == (before, "broken")


def test_the_text_can_change_alone(host):
    shown = show(host, Picture(file(RED), "red"))
    shown.push(alt="still red")
    assert image(shown).get_attribute("alt") == "still red"


def test_the_text_is_never_markup(host):
    shown = show(host, Picture(file(RED), EVIL))
    assert shown.root.get_by_role("img", name=EVIL).count() == 1
    assert host.page.locator("img").count() == 1
    assert host.page.evaluate("window.hacked") is None


def test_the_theme_is_told_when_it_is_dark_and_whenever_it_turns(host):
    theme(host, "false")
    shown = show(host, Picture(file(RED), "red"))
    assert shown.model("model.get('dark')") is True
    saves = shown.saves
    theme(host, "true")
    host.page.wait_for_function("hosted[0].get('dark') === false")
    theme(host, "false")
    host.page.wait_for_function("hosted[0].get('dark') === true")
    assert shown.saves == saves + 2
    assert {write["name"] for write in shown.model("model.writes")} == {"dark"}


def test_a_page_without_a_theme_is_light_and_the_paper_white(host):
    shown = show(host, Picture(file(RED), "red"))
    assert shown.model("model.get('dark')") is False
    assert image(shown).evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    theme(host, "true")
    shown.push(png=state(Picture(file(BLUE)))["png"])
    transparent = "rgba(0, 0, 0, 0)"
    assert image(shown).evaluate("(one) => getComputedStyle(one).backgroundColor") == transparent


def test_a_closed_picture_listens_to_the_theme_no_more(host):
    saves = host.page.evaluate(
        """async ({ esm, state }) => {
          const address = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
          const { default: widget } = await import(address);
          const model = new Model(state);
          const close = widget.render({ model, el: document.createElement("div") });
          document.body.dataset.jpThemeLight = "false";
          await new Promise((resolve) => setTimeout(resolve, 20));
          const before = model.saves;
          close();
          document.body.dataset.jpThemeLight = "true";
          await new Promise((resolve) => setTimeout(resolve, 20));
          return [before, model.saves];
        }""",
        {"esm": str(Picture._esm), "state": state(Picture(file(RED), "red"))},
    )
    assert saves == [2, 2]


def test_a_picture_works_inside_a_shadow_root(host):
    shown = show(host, Picture(file(RED), "red", width=300), shadow=True)
    assert shown.root.get_by_role("img", name="red").is_visible()


@pytest.mark.parametrize(("colours", "light"), [(LIGHT, "true"), (DARK, "false")], ids=["light", "dark"])
def test_axe_finds_nothing(host, colours, light):
    host.theme(colours)
    theme(host, light)
    show(host, Picture(file(RED), "A red field"))
    results = Axe().run(host.page)
    assert not results.violations_count, results.generate_report()
