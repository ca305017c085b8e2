"""How fast a slider's step is shown in a real JupyterLab: a kept chart beside `interact` with a fresh figure.

Both stand in one notebook, on one kernel. A step is one event of the slider, as a key press sends it; the
time runs from there until the page holds another picture than before, decoded, and the browser has drawn a
frame with it. The two are used in turn, so that a slow moment of the machine hits both, with a pause, so that
what one leaves behind does not fall on the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import nbformat
from playwright.sync_api import Page, sync_playwright

from tests.bench.lab import course_lab, open_and_run
from tests.chromium import launch_options

ROUNDS = 30
BAR = 0.4

STEP = """async ([place, key]) => {
  const root = document.querySelector(place);
  const source = () => root.querySelector("img")?.src;
  const before = source();
  const changed = new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => {
      if (!source() || source() === before) return;
      watch.disconnect();
      resolve(root.querySelector("img"));
    });
    watch.observe(root, { attributes: true, attributeFilter: ["src"], childList: true, subtree: true });
    setTimeout(() => reject(new Error(`${place} did not follow its slider`)), 20000);
  });
  const handle = root.querySelector(".noUi-handle");
  const range = root.querySelector("input[type=range]");
  const start = performance.now();
  if (handle) {
    handle.focus();
    handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  } else {
    range.stepUp();
    range.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  await (await changed).decode();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
  return performance.now() - start;
}"""


def steps(page: Page) -> dict[str, list[float]]:
    """Return the milliseconds from a slider's step to the new picture on screen, for both in turn."""
    times: dict[str, list[float]] = {"kept": [], "fresh": []}
    for number in range(ROUNDS + 3):
        for name, values in times.items():
            time = page.evaluate(STEP, [f".bench-{name}", "ArrowRight"])
            page.wait_for_timeout(400)
            if number >= 3:  # the first rounds warm up
                values.append(time)
    return times


def beside_interact(what: str, cells: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return lines for the report: `what` was measured, the figure, and what it is held against.

    The `cells` of the notebook show the two, of the classes `bench-kept` and `bench-fresh`.
    """
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    with course_lab(notebook) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": 1366, "height": 1800})
        open_and_run(page, address)
        for name in ("kept", "fresh"):
            page.locator(f".bench-{name} img[src]").wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        times = {name: median(values) for name, values in steps(page).items()}
        browser.close()
    return [
        (f"{what}, median of {ROUNDS}", f"{times['kept']:.1f} ms", ""),
        (
            "  interact with a fresh figure",
            f"{times['fresh']:.1f} ms",
            f"× {times['kept'] / times['fresh']:.2f} (bar: {BAR})",
        ),
    ]
