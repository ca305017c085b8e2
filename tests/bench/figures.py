"""How fast a slider's step is shown in a real JupyterLab: a kept chart, and a fresh figure by `interact`.

Both stand in one notebook, on one kernel, and show the same: the scores of three options over the weight of
one criterion, with the flip points and the present weight, 720 CSS pixels wide. The kept chart has twice as
many dots each way, as the fine screens of laptops need; the fresh figure is what a learner would write, with
pyplot and the inline back end as they come.

Each has a slider of ipywidgets. A step is one press of an arrow key on the slider's handle; the time runs
from there until the page holds another picture than before, decoded, and the browser has drawn a frame with
it. The two are used in turn, so that a slow moment of the machine hits both, with a pause, so that what one
leaves behind does not fall on the other.
"""

from __future__ import annotations

from statistics import median

import nbformat
from playwright.sync_api import Page, sync_playwright

from tests.bench.lab import course_lab, open_and_run
from tests.chromium import launch_options

ROUNDS = 30

CELLS = (
    """import ipywidgets
from tpm_kit.figures.flip_points import FlipPoints
from tpm_kit.methods.weighted_matrix import flip_points, reweighted, weighted_scores
from tpm_kit.widgets.picture import Picture
names = ["Build", "Buy", "Open source"]
scores, weights = [[9, 4, 3], [6, 7, 8], [7, 8, 4]], [0.40, 0.35, 0.25]
def options():
    low, high = (weighted_scores(scores, reweighted(weights, 0, weight)).tolist() for weight in (0, 1))
    return list(zip(names, low, high)), flip_points(scores, weights, 0).weights""",
    """chart = FlipPoints()
picture = Picture()
weight = ipywidgets.FloatSlider(value=0.2, min=0, max=1, step=0.01, description="kept")
def follow(change=None):
    chart.update("fit", *options(), weight.value)
    picture.show(chart.png(picture.dark), chart.alt)
weight.observe(follow, names="value")
picture.on_dark(follow)
follow()
ipywidgets.VBox([weight, picture]).add_class("bench-kept")""",
    """import matplotlib.pyplot as plt
def fresh(weight):
    lines, flips = options()
    figure, axes = plt.subplots(figsize=(7.2, 3.6))
    now = {name: low + weight * (high - low) for name, low, high in lines}
    best = max(now, key=now.get)
    for name, low, high in lines:
        [line] = axes.plot([0, 1], [low, high], linewidth=2 if name == best else 1)
        axes.plot([weight], [now[name]], "o", color=line.get_color())
        axes.text(1.02, high, f"{name} {now[name]:.2f}", weight="bold" if name == best else "normal")
    for flip in flips:
        top = max(low + flip * (high - low) for _, low, high in lines)
        axes.plot([flip], [top], "o", markerfacecolor="none", color="black")
        axes.axvline(flip, linestyle=":", color="grey")
        axes.text(flip, axes.get_ylim()[1], f"{flip:.2f}", ha="center", weight="bold")
    axes.axvline(weight, color="black")
    axes.text(weight, axes.get_ylim()[0], f"now {weight:.2f}")
    axes.set(xlim=(0, 1), xlabel="Weight of fit", ylabel="Score", title=f"Now {best} leads")
    axes.grid(axis="y")
    plt.show()
slider = ipywidgets.FloatSlider(value=0.2, min=0, max=1, step=0.01, description="fresh")
ipywidgets.interactive(fresh, weight=slider).add_class("bench-fresh")""",
)

STEP = """async ([place, key]) => {
  const root = document.querySelector(place);
  const handle = root.querySelector(".noUi-handle");
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
  handle.focus();
  const start = performance.now();
  handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await (await changed).decode();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
  return performance.now() - start;
}"""


def steps(page: Page) -> dict[str, list[float]]:
    """Return the milliseconds from a key press to the new picture on screen, for both in turn."""
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
        page = browser.new_page(viewport={"width": 1366, "height": 1600})
        open_and_run(page, address)
        for name in ("kept", "fresh"):
            page.locator(f".bench-{name} img[src]").wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        times = {name: median(values) for name, values in steps(page).items()}
        browser.close()
    return [
        ("a slider's step shown, median of 30", f"{times['kept']:.1f} ms", ""),
        (
            "  interact with a fresh figure",
            f"{times['fresh']:.1f} ms",
            f"× {times['kept'] / times['fresh']:.2f} (bar: 0.4)",
        ),
    ]
