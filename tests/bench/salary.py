"""How fast the offer's slider of the salary explorer is followed in a real JupyterLab, beside `interact`.

Both stand in one notebook, on one kernel, and show the same: three occupations with their published
percentiles, the offer as a line with its place in each, and the citation. The explorer is the course's own,
with its choices and its sentence; the fresh figure is what a learner would write with the same table, read
once before, with pyplot and the inline back end as they come. A step is one event of the slider, as a key
press sends it; the time runs from there until the page holds another picture, decoded, and the browser has
drawn a frame with it. The two are used in turn, with a pause.
"""

from __future__ import annotations

from statistics import median

import nbformat
from playwright.sync_api import Page, sync_playwright

from tests.bench.lab import course_lab, open_and_run
from tests.chromium import launch_options

ROUNDS = 30

CELLS = (
    """from tpm_kit import Course
kept = Course().explore("salary")
kept.sliders["offer"].value = 90_000
kept.add_class("bench-kept")
kept""",
    """import ipywidgets, numpy, textwrap
import matplotlib.pyplot as plt
from tpm_kit.salary_data import citation, frame
wages = frame("oews")
names = ["p10", "p25", "p50", "p75", "p90"]
def fresh(offer):
    here = wages[(wages.area_code == "US") & wages.soc_code.isin(["15-1299", "11-3021", "15-1252"])]
    figure, axes = plt.subplots(figsize=(9.6, 3.5))
    for at, (name, row) in enumerate(here.set_index("occupation").iterrows()):
        axes.barh(at, row.p90 - row.p10, left=row.p10, height=0.15, color="lightblue")
        axes.barh(at, row.p75 - row.p25, left=row.p25, height=0.3, color="steelblue")
        axes.plot([row.p50, row.p50], [at - 0.25, at + 0.25], color="black")
        for value in (row.p10, row.p50, row.p90):
            axes.text(value, at + 0.28, f"{value:,.0f}", ha="center")
        place = numpy.interp(offer, row[names].astype(float), [10, 25, 50, 75, 90])
        axes.text(320_000, at, f"{row.employment:,.0f} jobs\\n{row.mean_rse_pct} %\\npercentile {place:.0f}")
    axes.axvline(offer, color="purple")
    axes.text(offer, len(here) - 0.4, f"your offer {offer:,.0f}", color="purple", weight="bold")
    axes.set(yticks=range(len(here)), yticklabels=here.occupation, xlim=(0, 400_000), title="Ranges of pay")
    figure.text(0.02, -0.05, textwrap.fill(citation("oews"), 120))
    plt.show()
slider = ipywidgets.IntSlider(value=90_000, min=0, max=500_000, step=1000, description="fresh")
ipywidgets.interactive(fresh, offer=slider).add_class("bench-fresh")""",
)

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


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
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
        ("the offer's slider of the salary explorer, median of 30", f"{times['kept']:.1f} ms", ""),
        (
            "  interact with a fresh figure",
            f"{times['fresh']:.1f} ms",
            f"× {times['kept'] / times['fresh']:.2f} (bar: 0.4)",
        ),
    ]
