"""An exercise on a page, as a learner uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

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
