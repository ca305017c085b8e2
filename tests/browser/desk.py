"""A page in JupyterLab, and the exercises on it as a learner uses them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.jupyter import ROOT, Lab

NOISE = {
    # The page's own connections end when a test shuts or kills a kernel.
    "a closed connection": r"WebSocket|Connection lost|Canceled future|reconnecting|kernel_info",
    # JupyterLab asks for what a new user does not have yet.
    "a file that need not be there": r"404 \(Not Found\)",
    # JupyterLab's debugger panel asks a kernel that is still starting, or gone.
    "the debugger panel": r"debugger state",
    # A notebook was closed while JupyterLab still waited for something of it.
    "a closed notebook": r"^Disposed$|^Cannot read properties of null \(reading '(kernel|promise)'\)$",
}
"""What JupyterLab itself writes to the console as errors, and why: no sign of a fault in the course."""
UNTIL = """async (holds) => {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`not within 30 seconds: ${holds}`);
}"""
DISMISS = """() => {
  for (const dialog of document.querySelectorAll(".jp-Dialog")) {
    (dialog.querySelector("button.jp-mod-reject") ?? dialog.querySelector("button"))?.click();
  }
}"""
"""Answers every dialog with No: one that is only taken out of the page would keep the focus for good."""
SHUT = f"""async () => {{
  const until = {UNTIL};
  const dismiss = {DISMISS};
  const {{shell, serviceManager}} = jupyterapp;
  for (const widget of [...shell.widgets("main")]) widget.dispose();
  dismiss();
  await serviceManager.sessions.shutdownAll().catch(() => {{}});
  // A launcher opens by itself where nothing is open, and would later come before the notebook.
  await until(() => [...shell.widgets("main")].length > 0);
}}"""
OPEN = f"""async (path) => {{
  const until = {UNTIL};
  const dismiss = {DISMISS};
  const {{shell, commands}} = jupyterapp;
  const panel = await commands.execute("docmanager:open", {{path}});
  await panel.context.ready;
  await panel.sessionContext.ready;
  await until(() => panel.sessionContext.session?.kernel);
  await panel.sessionContext.session.kernel.info;
  // The menus work on what has the focus: on a slow machine something else may still take it.
  await until(() => dismiss() || shell.currentWidget === panel || void shell.activateById(panel.id));
}}"""
FORGET = """async () => {
  const {sessions, kernels} = jupyterapp.serviceManager;
  await sessions.refreshRunning();
  await kernels.refreshRunning();
}"""
SHORT = "short.ipynb"
"""A notebook with two exercises: quicker to open and to run than those of the course."""
LAB = "lab.ipynb"
"""A notebook that a test writes; those of `show` have a number before it."""
CELLS = (
    "from tpm_kit import Course\ncourse = Course()",
    'course.exercise("moscow")',
    'course.exercise("prioritization-quiz")',
)
NO_AUTOSAVE = """async () => {
  const {commands} = jupyterapp;
  const save = "docmanager:toggle-autosave";
  if (commands.isToggled(save)) await commands.execute(save);
}"""
"""A notebook of an earlier test, saved late, would stand in the way of the next one."""
THEME = "async (theme) => { await jupyterapp.commands.execute('apputils:change-theme', {theme}); }"
PLACES = """(frame) => Object.fromEntries([...frame.querySelectorAll(".tpm-slot")].map((slot) => [
  slot.dataset.column,
  [...slot.parentElement.querySelectorAll("[data-card]")].map((node) => node.dataset.card),
]))"""
SEND = """(frame, keys) => {
  for (const id in keys) {
    const card = frame.querySelector(`[data-card="${id}"]`);
    card.dispatchEvent(new KeyboardEvent("keydown", {key: keys[id], bubbles: true, cancelable: true}));
  }
}"""
"""Presses a key on each card, as somebody could who is quicker than any kernel."""
SCROLL = "(node) => (node.querySelector('.tpm-grid') ?? node).scrollIntoView({block: 'start'})"
COLUMNS = """(frame) => [...frame.querySelectorAll(".tpm-slot")]
  .map((slot) => slot.dataset.column).filter(Boolean)"""


def worked_answer(exercise: str) -> dict[str, str]:
    """The worked answer of the case: part -> value."""
    path = ROOT / f"data/cases/paylane/worked/{exercise}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["column"] for row in csv.DictReader(file)}


def containing(text: str) -> re.Pattern[str]:
    """A pattern for an attribute that contains this text."""
    return re.compile(re.escape(text))


class Exercise:
    """One exercise on a page."""

    def __init__(self, page: Page, frame: Locator) -> None:
        self.page = page
        self.frame = frame
        self.state = frame.locator(".tpm-state")
        self.foot = frame.locator(".tpm-panel").last
        self.board = frame.locator(".tpm-board")

    def card(self, id: str) -> Locator:
        """A card of the board."""
        return self.frame.locator(f'.tpm-card[data-card="{id}"]')

    def slot(self, lane: str, row: str = "") -> Locator:
        """The place for cards in a lane, of a row if the board has several; "" is the tray."""
        of_row = f'[data-row="{row}"]' if row else ""
        return self.frame.locator(f'.tpm-slot[data-column="{lane}"]{of_row}')

    def head(self, lane: str) -> Locator:
        """The head of a lane, with its figures."""
        return self.frame.locator(".tpm-column").nth(self.lanes.index(lane))

    def button(self, name: str) -> Locator:
        """A button by its text."""
        return self.frame.get_by_role("button", name=name, exact=True)

    @property
    def lanes(self) -> list[str]:
        """The columns of the board by id, left to right."""
        return list(dict.fromkeys(self.frame.evaluate(COLUMNS)))

    def cell(self, row: str, column: str) -> Locator:
        """The input of a table's cell."""
        cell = self.frame.locator(f'td[data-row="{row}"][data-column="{column}"]')
        return cell.locator("input, select, textarea")

    @property
    def picture(self) -> Locator:
        """The chart below the view."""
        return self.frame.locator("img")

    @property
    def places(self) -> dict[str, list[str]]:
        """The cards in each lane; the tray is ""."""
        return self.frame.evaluate(PLACES)

    def show(self) -> None:
        """Scroll to where tray and lanes are both on screen."""
        (self.board if self.board.count() else self.frame).evaluate(SCROLL)

    def centre(self, what: Locator) -> tuple[float, float]:
        """The centre of something, in coordinates of the page."""
        box = what.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def edge(self, lane: str) -> tuple[float, float]:
        """A point just below the head of a lane: all of it that is on screen while the tray is full."""
        box = self.slot(lane).bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + 20

    def click_into(self, id: str, lane: str) -> None:
        """Click a card, then the free edge of a lane."""
        self.card(id).click()
        self.slot(lane).click(position={"x": 3, "y": 40})

    def drag(self, id: str, lane: str) -> None:
        """Drag a card with the mouse."""
        start, end = self.centre(self.card(id)), self.edge(lane)
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()

    def send(self, id: str, lane: str) -> None:
        """Send a card to a lane with the lane's number."""
        self.card(id).focus()
        self.page.keyboard.press(str(self.lanes.index(lane) + 1))

    def numbers(self, lanes: dict[str, str]) -> dict[str, str]:
        """The key that sends each card to its lane."""
        keys = {lane: str(number) for number, lane in enumerate(self.lanes, start=1)}
        return {id: keys[lane] for id, lane in lanes.items()}

    def place(self, lanes: dict[str, str]) -> None:
        """Send cards to their lanes within the page, which is quick, and wait until all of it is saved."""
        self.frame.evaluate(SEND, self.numbers(lanes))
        self.expect_saved(len(lanes))

    def expect_saved(self, placed: int) -> None:
        """Wait until the head says that so many cards are placed and saved."""
        expect(self.state).to_contain_text(re.compile(rf"^{placed} of \d+ [a-z ]+ · saved \d\d:\d\d"))

    def check(self, starts: str) -> None:
        """Press Check, and wait for an outcome that starts so."""
        self.button("Check").click()
        self.expect_outcome(starts)

    def expect_outcome(self, starts: str) -> None:
        """Wait for the outcome of a check that starts so."""
        expect(self.foot.get_by_text(re.compile(f"^{re.escape(starts)}")).first).to_be_visible()


class Desk:
    """JupyterLab in a browser."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self.errors: list[str] = []
        self.name = LAB
        self._numbers = count(1)
        page.on("pageerror", lambda error: self._heard(str(error)))
        page.on("console", lambda message: message.type == "error" and self._heard(message.text))
        page.on("dialog", lambda dialog: dialog.accept())
        self.start()
        page.evaluate(NO_AUTOSAVE)

    def _heard(self, text: str) -> None:
        if not any(re.search(pattern, text) for pattern in NOISE.values()):
            self.errors.append(text)

    def new_name(self) -> str:
        """Return a name that no notebook had before: JupyterLab may still hold one of an earlier test."""
        self.name = f"{next(self._numbers)}-{LAB}"
        return self.name

    def start(self, path: str = "") -> None:
        """Load JupyterLab, and wait for the notebook that it opens."""
        self.page.goto(self.lab.address(path))
        self.page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()

    def clear(self) -> None:
        """Close everything without a question, end the kernels, and put the course back to its beginning."""
        self.page.mouse.up()
        self.page.evaluate(SHUT)
        self.theme("Light")
        self.lab.renew()
        self.lab.write_notebook(SHORT, *CELLS)
        self.page.evaluate(FORGET)
        self.errors.clear()

    @property
    def notebook(self) -> Locator:
        """The notebook in front."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def open(self, name: str) -> None:
        """Open a notebook, and wait until its kernel has started."""
        self.page.evaluate(OPEN, f"notebooks/{name}")
        self.expect_idle()

    def expect_idle(self) -> None:
        """Wait until the kernel of the notebook in front has nothing to do."""
        expect(self.notebook.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).to_be_visible()

    def run_all(self) -> None:
        """Choose Run All Cells in the menu, and wait until all have run.

        A kernel that is still connecting does not hear it: the notebooks say to choose it again then.
        """
        last = self.notebook.locator(".jp-CodeCell .jp-InputArea-prompt").last
        before = last.text_content()
        for _ in range(3):
            # To look for a role anywhere in a long notebook takes half a second.
            for menu, item in (("#jp-MainMenu", "Run"), (".lm-Menu", "Run All Cells")):
                self.page.locator(menu).get_by_role("menuitem", name=item, exact=True).click()
            with suppress(AssertionError):
                expect(last).not_to_have_text(before, timeout=5_000)
                break
        expect(last).to_have_text(re.compile(r"\[\d+\]:"), timeout=60_000)
        self.expect_idle()

    def work(self, name: str = SHORT, title: str = "What must ship?") -> Exercise:
        """Open a notebook, run it, and return one of its exercises."""
        self.open(name)
        self.run_all()
        return self.exercise(title)

    def exercise(self, title: str = "What must ship?", number: int = 0) -> Exercise:
        """An exercise of the notebook in front by its title; own backlogs show the same exercise again."""
        frame = self.notebook.locator(".tpm-frame", has=self.page.get_by_role("heading", name=title)).nth(
            number
        )
        frame.locator(".tpm-panel").last.wait_for()
        exercise = Exercise(self.page, frame)
        exercise.show()
        return exercise

    @property
    def map(self) -> Locator:
        """The controls below the course map."""
        return self.notebook.locator(".tpm-panel", has_text="Save my work")

    def reload(self) -> None:
        """Reload the page, and wait for the notebook that was open."""
        self.page.reload()
        self.page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
        self.expect_idle()

    def theme(self, name: str) -> None:
        """Change JupyterLab's theme, as its Settings menu does, unless it has that already."""
        body, light = self.page.locator("body"), str(name == "Light").lower()
        if body.get_attribute("data-jp-theme-light") != light:
            self.page.evaluate(THEME, f"JupyterLab {name}")
        expect(body).to_have_attribute("data-jp-theme-light", light)

    @contextmanager
    def download(self, folder: Path) -> Iterator[Path]:
        """What is done inside must make the browser save a file; it stands at the path given."""
        path = folder / "downloaded.json"
        with self.page.expect_download() as download:
            yield path
        download.value.save_as(path)
