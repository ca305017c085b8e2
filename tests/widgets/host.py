"""A page that shows a widget against a fake model, and what a test may ask of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from anywidget import AnyWidget
from playwright.sync_api import Locator, Page

HTML = (Path(__file__).parent / "host.html").read_text("utf-8")
DARK = {
    "--jp-ui-font-color0": "#fff",
    "--jp-ui-font-color1": "rgba(255, 255, 255, 0.87)",
    "--jp-layout-color0": "#111",
    "--jp-layout-color1": "#212121",
    "--jp-border-color1": "#616161",
}
LIGHT = {
    "--jp-ui-font-color0": "rgba(0, 0, 0, 1)",
    "--jp-ui-font-color1": "rgba(0, 0, 0, 0.87)",
    "--jp-layout-color0": "white",
    "--jp-layout-color1": "white",
    "--jp-border-color1": "#bdbdbd",
}
PLACES = """(outer) => {
  const places = {};
  for (const slot of (outer.shadowRoot ?? outer).querySelectorAll(".tpm-slot")) {
    const cards = [...slot.parentElement.querySelectorAll("[data-card]")].map((node) => node.dataset.card);
    if (cards.length) places[`${slot.dataset.row}/${slot.dataset.column}`] = cards.join(" ");
  }
  return places;
}"""
THEME = """(colours) => {
  for (const name in colours) document.body.style.setProperty(name, colours[name]);
}"""
FOCUS = """(outer) => {
  const node = outer.getRootNode().activeElement;
  const inner = outer.shadowRoot?.activeElement ?? node;
  return outer.contains(node) ? inner.dataset.card ?? inner.name ?? inner.tagName : null;
}"""


class Shown:
    """One widget on the page."""

    def __init__(self, page: Page, number: int) -> None:
        self.page = page
        self.number = number
        self.root: Locator = page.locator(f'[data-host="{number}"]')

    # The model ---------------------------------------------------------------------------------------

    def model(self, expression: str) -> Any:
        """Return the value of a JavaScript expression in which `model` is the fake model."""
        return self.page.evaluate(
            f"(() => {{ const model = hosted[{self.number}]; return {expression}; }})()"
        )

    def push(self, **changes: Any) -> None:
        """Change values of the model as the kernel does."""
        self.page.evaluate("([number, changes]) => hosted[number].push(changes)", [self.number, changes])

    @property
    def saves(self) -> int:
        """How often the widget sent its changes."""
        return self.model("model.saves")

    @property
    def sent(self) -> list[dict]:
        """The messages that the widget sent, each `{content, buffers}`."""
        return self.model("model.sent")

    # What is on screen -------------------------------------------------------------------------------

    def card(self, id: str) -> Locator:
        """The card with this id."""
        return self.root.locator(f'[data-card="{id}"]')

    def slot(self, place: str) -> Locator:
        """The slot at "row/column"; "/" is the tray."""
        row, column = place.split("/")
        return self.root.locator(f'[data-row="{row}"][data-column="{column}"]')

    @property
    def places(self) -> dict[str, str]:
        """What is drawn: "row/column" to the ids of the cards there, in order; empty cells are left out."""
        return self.root.evaluate(PLACES)

    @property
    def focus(self) -> str | None:
        """The card, name or tag that holds the focus, or None if it is outside the widget."""
        return self.root.evaluate(FOCUS)

    @property
    def lifted(self) -> list[str]:
        """The ids of the lifted cards."""
        pressed = self.root.locator('[data-card][aria-pressed="true"]')
        return pressed.evaluate_all("(nodes) => nodes.map((node) => node.dataset.card)")

    @property
    def status(self) -> str:
        """What a screen reader was told last."""
        return self.root.get_by_role("status").inner_text()

    def point(self, what: Locator, x: float = 0.5, y: float = 0.5) -> tuple[float, float]:
        """A point in an element, as fractions of its width and height, in page coordinates."""
        box = what.bounding_box()
        return box["x"] + box["width"] * x, box["y"] + box["height"] * y

    # What a learner does -----------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def drag(self, what: Locator, to: tuple[float, float], *, drop: bool = True, grip: float = 0.5) -> None:
        """Drag something by the mouse to a point on the page, held at a fraction of its width."""
        self.page.mouse.move(*self.point(what, x=grip))
        self.page.mouse.down()
        self.page.mouse.move(*to, steps=2)
        if drop:
            self.page.mouse.up()


class Host:
    """A page for widgets."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_content(HTML)

    def show(self, widget: AnyWidget, *, shadow: bool = False) -> Shown:
        """Show a widget of the library, with the state that its kernel would send."""
        names = [name for name in widget.keys if name[0] != "_" and name not in AnyWidget.class_trait_names()]
        state = {name: getattr(widget, name) for name in names}
        view = {"esm": str(widget._esm), "state": state, "shadow": shadow}
        return Shown(self.page, self.page.evaluate("(view) => host(view)", view))

    def theme(self, colours: dict[str, str]) -> None:
        """Set JupyterLab's colour variables on the page."""
        self.page.evaluate(THEME, colours)

    def listen(self) -> None:
        """From now on, take the keys that reach the page as the notebook does, and record them in `heard`."""
        self.page.evaluate("""() => {
          window.heard = [];
          document.addEventListener("keydown", (event) => {
            heard.push((event.ctrlKey ? "Control+" : "") + (event.shiftKey ? "Shift+" : "") + event.key);
            event.preventDefault();
          });
        }""")

    @property
    def heard(self) -> list[str]:
        """The keys that reached the page since `listen`."""
        return self.page.evaluate("heard")
