"""How fast a drop on the board is answered, and how smoothly a card is dragged, in a real JupyterLab.

Three widgets stand in one notebook, on one kernel, with the same 26 items: the MoSCoW exercise; a bare
anywidget with one synced list, which Python answers by changing the list; and the same exercise made of plain
ipywidgets dropdowns. They are used in turn, so that a slow moment of the machine hits all three, and each
after the same pause.
"""

from __future__ import annotations

from statistics import median, quantiles

import nbformat
from playwright.sync_api import Page, sync_playwright

from tests.bench.lab import course_lab, open_and_run
from tests.chromium import launch_options

ROUNDS = 30
PAUSE = 120
"""Milliseconds."""
STEPS = 120

CELLS = (
    "from tpm_kit import Course\ncourse = Course()\ncourse.exercise('moscow')",
    '''import anywidget, traitlets
class Bare(anywidget.AnyWidget):
    _esm = """
    export default { render({ model, el }) {
      const button = document.createElement("button");
      button.className = "bench-bare";
      button.textContent = "bare";
      const show = () => { button.dataset.n = model.get("items")[0].n; };
      button.addEventListener("click", () => {
        const [first, ...rest] = model.get("items");
        model.set("items", [{ ...first, n: first.n + 1 }, ...rest]);
        model.save_changes();
      });
      model.on("change:items", show);
      show();
      el.append(button);
    } };"""
    items = traitlets.List().tag(sync=True)
board = course.exercise('moscow').view
bare = Bare(items=[{**card, "n": 0} for card in board.cards])
def answer(change):
    first, *rest = change["new"]
    if first["n"] % 2:
        bare.items = [{**first, "n": first["n"] + 1}, *rest]
bare.observe(answer, names="items")
bare''',
    """import ipywidgets
from tpm_kit.methods.moscow import LANES, effort_by_lane, effort_shares
efforts = {item.id: item.effort for item in course.case.items}
items = course.case.items
drops = {one.id: ipywidgets.Dropdown(options=["", *LANES], description=one.title) for one in items}
shares = ipywidgets.Label("0 %")
shares.add_class("bench-shares")
def recompute(change):
    totals = effort_by_lane((drop.value, efforts[id]) for id, drop in drops.items() if drop.value)
    percents = [f"{share:.0%}" for share in effort_shares(totals).values()]
    shares.value = f"{change['owner'].description} placed: {' '.join(percents)}"
for drop in drops.values():
    drop.observe(recompute, names="value")
ipywidgets.VBox([shares, *drops.values()]).add_class("bench-dropdowns")""",
    """from tpm_kit.widgets.board import Board
many = Board(label="Many", columns=[{"id": str(n), "label": str(n)} for n in range(5)],
             cards=[{"id": f"c{n}", "title": f"Card number {n}", "note": "5 pts"} for n in range(200)])
many""",
)

DROP = """async (key) => {
  const frame = document.querySelector(".tpm-frame");
  const card = frame.querySelector("[data-card='PL-01']");
  const head = frame.querySelector(".tpm-grid");
  const meters = () => [...head.querySelectorAll(".tpm-meter")].map((one) => one.textContent).join();
  const before = meters();
  const changed = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (meters() === before) return;
      watch.disconnect();
      resolve(performance.now());
    });
    watch.observe(head, { childList: true, subtree: true, characterData: true });
  });
  card.focus();
  const start = performance.now();
  card.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return (await changed) - start;
}"""

BARE = """async () => {
  const button = document.querySelector(".bench-bare");
  const goal = String(Number(button.dataset.n) + 2);
  const changed = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (button.dataset.n !== goal) return;
      watch.disconnect();
      resolve(performance.now());
    });
    watch.observe(button, { attributes: true });
  });
  const start = performance.now();
  button.click();
  return (await changed) - start;
}"""

DROPDOWN = """async (round) => {
  const selects = [...document.querySelectorAll(".bench-dropdowns select")];
  const select = selects[round % selects.length];
  const label = document.querySelector(".bench-shares");
  const changed = new Promise((resolve) => {
    const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now()); });
    watch.observe(label, { childList: true, subtree: true, characterData: true });
  });
  const start = performance.now();
  select.selectedIndex = (select.selectedIndex % 3) + 1;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  return (await changed) - start;
}"""

FRAMES = """() => {
  window.frames_seen = [];
  let last = performance.now();
  const tick = (now) => {
    window.frames_seen.push(now - last);
    last = now;
    window.frame_watch = requestAnimationFrame(tick);
  };
  window.frame_watch = requestAnimationFrame(tick);
}"""


def answered(page: Page) -> dict[str, list[float]]:
    """Return the milliseconds from the input to the answer on screen, for each widget in turn.

    Each begins after the same pause: what the one before still stirs up would count for the next.
    """
    ways = {
        "board": lambda number: page.evaluate(DROP, "12"[number % 2]),
        "bare": lambda number: page.evaluate(BARE),
        "dropdowns": lambda number: page.evaluate(DROPDOWN, number),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 3):
        for name, use in ways.items():
            page.wait_for_timeout(PAUSE)
            time = use(number)
            if number >= 3:  # the first rounds warm up
                times[name].append(time)
    return times


def frames(page: Page) -> tuple[list[float], list[float]]:
    """Return frame times (ms) while a card is dragged over a board of 200, and on the same page at rest."""
    board = page.locator(".tpm-board").last
    board.scroll_into_view_if_needed()
    box = board.locator("[data-card]").nth(3).bounding_box()
    x, y = box["x"] + 20, box["y"] + 10
    page.mouse.move(x, y)
    page.evaluate(FRAMES)
    page.wait_for_timeout(1500)
    rest = page.evaluate("() => window.frames_seen.splice(0)")
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(x + step * 4, y + (step % 40) * 3)
    dragged = page.evaluate("() => { cancelAnimationFrame(window.frame_watch); return window.frames_seen; }")
    page.keyboard.press("Escape")
    page.mouse.up()
    return dragged, rest


def measure() -> list[tuple[str, str, str]]:
    """Return lines for the report: what, the figure, and what it is held against."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
    with course_lab(notebook) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        open_and_run(page, address)
        page.locator(".tpm-board").nth(1).wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        times = {name: median(values) for name, values in answered(page).items()}
        dragged, rest = frames(page)
        browser.close()
    return [
        ("a drop answered, median of 30", f"{times['board']:.1f} ms", ""),
        (
            "  bare anywidget, one synced list",
            f"{times['bare']:.1f} ms",
            f"× {times['board'] / times['bare']:.2f} (bar: 1.5)",
        ),
        (
            "  plain ipywidgets dropdowns",
            f"{times['dropdowns']:.1f} ms",
            f"× {times['board'] / times['dropdowns']:.2f} (bar: 1)",
        ),
        (
            "frame while dragging, 200 cards, median",
            f"{median(dragged):.1f} ms",
            f"page at rest: {median(rest):.1f} ms",
        ),
        (
            "frame while dragging, 95th percentile",
            f"{quantiles(dragged, n=20)[-1]:.1f} ms",
            f"page at rest: {quantiles(rest, n=20)[-1]:.1f} ms",
        ),
    ]
