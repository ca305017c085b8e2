"""Make the README's pictures: the MoSCoW exercise in JupyterLab, partly sorted and checked, in both themes.

Usage: make screenshots, or python tests/browser/screenshots.py [FOLDER]; without a folder they go to
notebooks/images.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from tests.browser.desk import Desk
from tests.browser.jupyter import ROOT, Lab
from tests.chromium import launch_options

SCREEN = {"width": 1533, "height": 1500}
"""Wide enough for an exercise of about 1100 pixels beside the file browser, and tall enough for all of it."""
ANSWER = {
    "must": ("PL-05", "PL-19", "PL-03", "PL-16", "PL-25", "PL-15"),
    "should": ("PL-01", "PL-11", "PL-23", "PL-04"),
    "could": ("PL-12", "PL-17", "PL-24"),
    "wont": ("PL-02", "PL-18", "PL-14", "PL-06"),
}
"""A beginner's answer: a Must with a workaround, and one that stands on a Should."""


def picture(desk: Desk, theme: str, path: Path) -> None:
    """Work the exercise in a theme, and save its picture."""
    desk.clear()
    desk.theme(theme)
    moscow = desk.work()
    moscow.place({id: lane for lane, ids in ANSWER.items() for id in ids})
    moscow.check("Incomplete")
    moscow.card("PL-03").focus()
    moscow.expect_saved(sum(map(len, ANSWER.values())))
    desk.page.mouse.move(0, 0)
    moscow.show()
    moscow.frame.screenshot(path=path, animations="disabled")
    print(f"Wrote {path.name}.", flush=True)


def main(folder: Path) -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        lab = Lab(Path(scratch))
        try:
            browser = playwright.chromium.launch(**launch_options())
            desk = Desk(browser.new_page(viewport=SCREEN), lab)
            for theme in ("Light", "Dark"):
                picture(desk, theme, folder / f"board-{theme.lower()}.png")
            browser.close()
        finally:
            lab.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "notebooks" / "images")
