"""A page in JupyterLab, and the notebooks that are opened there."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.exercise import Exercise
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
SAVE = """async () => {
  const {shell} = jupyterapp;
  const {kernel} = shell.currentWidget.sessionContext.session;
  const code = "[one.workbook.save() for one in (course, globals().get('own')) if one]";
  await kernel.requestExecute({code, silent: true}).done;
}"""
"""What a test changed last is saved within half a second: not into the work of the next one."""
REVERT = "async () => { await jupyterapp.shell.currentWidget.context.revert(); }"
"""Brings the file of the notebook in front, written anew, on screen; its kernel goes on."""
FORGET = """async () => {
  const {sessions, kernels} = jupyterapp.serviceManager;
  await sessions.refreshRunning();
  await kernels.refreshRunning();
}"""
SHORT = "short.ipynb"
"""A notebook with two exercises: quicker to open and to run than those of the course."""
SHOWN = "shown.ipynb"
"""The notebook of `show`, with a number before it."""
COURSE = "from tpm_kit import Course\ncourse = Course()"
TWO = ('course.exercise("moscow")', 'course.exercise("prioritization-quiz")')
NO_AUTOSAVE = """async () => {
  const {commands} = jupyterapp;
  const save = "docmanager:toggle-autosave";
  if (commands.isToggled(save)) await commands.execute(save);
}"""
"""A notebook of an earlier test, saved late, would stand in the way of the next one."""
THEME = "async (theme) => { await jupyterapp.commands.execute('apputils:change-theme', {theme}); }"


def worked_answer(exercise: str) -> dict[str, str]:
    """The worked answer of the case: part -> value."""
    path = ROOT / f"data/cases/paylane/worked/{exercise}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["column"] for row in csv.DictReader(file)}


def containing(text: str) -> re.Pattern[str]:
    """A pattern for an attribute that contains this text."""
    return re.compile(re.escape(text))


class Desk:
    """JupyterLab in a browser."""

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self.errors: list[str] = []
        self.name = ""
        self._kept = False
        self._numbers = count(1)
        page.on("pageerror", lambda error: self._heard(str(error)))
        page.on("console", lambda message: message.type == "error" and self._heard(message.text))
        page.on("dialog", lambda dialog: dialog.accept())
        self.start()
        page.evaluate(NO_AUTOSAVE)

    def _heard(self, text: str) -> None:
        if not any(re.search(pattern, text) for pattern in NOISE.values()):
            self.errors.append(text)

    def start(self, path: str = "") -> None:
        """Load JupyterLab, and wait for the notebook that it opens."""
        self._kept = False
        self.page.goto(self.lab.address(path))
        self.page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()

    def clear(self) -> None:
        """Close everything without a question, end the kernels, and put the course back to its beginning."""
        self.page.mouse.up()
        self._kept = False
        self.page.evaluate(SHUT)
        self.theme("Light")
        self.lab.renew()
        self.lab.write_notebook(SHORT, COURSE, *TWO)
        self.page.evaluate(FORGET)
        self.errors.clear()

    def clear_work(self) -> None:
        """Take all work away, and leave the notebook of `show` open with its kernel, if there is one."""
        if not self._kept:
            self.clear()
            return
        self.page.mouse.up()
        self.page.evaluate(SAVE)
        self.theme("Light")
        self.lab.remove_work()
        self.errors.clear()

    @property
    def notebook(self) -> Locator:
        """The notebook in front."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def open(self, name: str) -> None:
        """Open a notebook, and wait until its kernel has started."""
        self._kept = False
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

    def show(self, title: str = "What must ship?", *sources: str) -> Exercise:
        """Show cells, run, in a notebook of their own; return the exercise of that title.

        A notebook of this kind that is still open takes the cells in, and its kernel runs them: that is
        three times as quick as another notebook and another kernel.
        """
        kept = self._kept
        if not kept:
            # JupyterLab may still hold a notebook of an earlier test.
            self.name = f"{next(self._numbers)}-{SHOWN}"
        self.lab.write_notebook(self.name, COURSE, *(sources or TWO))
        if kept:
            self.page.evaluate(REVERT)
        else:
            self.open(self.name)
        self.run_all()
        self._kept = True
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

    def kill_kernels(self) -> None:
        """Kill every kernel without a warning; JupyterLab says so, and has started another."""
        self._kept = False
        self.lab.kill_kernels()
        self.page.locator(".jp-Dialog").get_by_role("button", name="Ok").click(timeout=20_000)

    @property
    def map(self) -> Locator:
        """The controls below the course map."""
        return self.notebook.locator(".tpm-panel", has_text="Save my work")

    def reload(self) -> None:
        """Reload the page, and wait for the notebook that was open."""
        self._kept = False
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
