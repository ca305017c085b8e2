"""The board in Chromium: cards moved by touch."""

from __future__ import annotations

from tests.widgets.boards import lanes, road


class Finger:
    """Fingers on a touch screen, by the browser's own protocol."""

    def __init__(self, page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        """Tell a `touchStart`, `touchMove` or `touchEnd`, with all fingers that are down after it."""
        if not points:
            # Lifted in motion, a finger makes the browser coast: the next tap would do no more than stop it.
            self._page.wait_for_timeout(60)
        touches = [{"x": x, "y": y, "id": id} for id, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def drag(self, start: tuple[float, float], to: tuple[float, float]) -> None:
        """Drag one finger and leave it down."""
        self.touch("touchStart", start)
        for part in (0.3, 0.7, 1):
            self.touch("touchMove", tuple(a + (b - a) * part for a, b in zip(start, to, strict=True)))


def test_a_finger_drags_a_card(host):
    board, finger = host.show(lanes()), Finger(host.page)
    finger.drag(board.point(board.card("a")), board.point(board.slot("all/should")))
    assert board.lifted == ["a"]
    finger.touch("touchEnd")
    assert board.places == {"/": "b c d e f", "all/should": "a"}
    assert (board.saves, board.lifted) == (1, [])


def test_two_taps_move_a_card(host):
    board = host.show(lanes())
    board.card("a").tap()
    board.slot("all/should").tap()
    assert board.places == {"/": "b c d e f", "all/should": "a"}
    assert board.saves == 1


def test_a_finger_stretches_a_card(host):
    board, finger = host.show(road()), Finger(host.page)
    finger.drag(board.point(board.card("a").locator(".tpm-handle")), board.point(board.slot("x/q3")))
    finger.touch("touchEnd")
    assert board.model("model.get('cards')[0].span") == 3


def test_a_second_finger_does_not_take_over(host):
    board, finger = host.show(lanes()), Finger(host.page)
    first, second = board.point(board.slot("all/should")), board.point(board.card("c"))
    finger.drag(board.point(board.card("a")), first)
    finger.touch("touchStart", first, second)
    finger.touch("touchMove", (first[0] + 8, first[1]), second)
    lifted = board.lifted
    finger.touch("touchEnd")
    assert lifted == ["a"]
    assert (board.places["all/should"], board.saves) == ("a", 1)


def test_a_touch_that_the_system_takes_away_puts_the_card_back(host):
    board, finger = host.show(lanes()), Finger(host.page)
    finger.drag(board.point(board.card("a")), board.point(board.slot("all/should")))
    finger.touch("touchCancel")
    assert board.places == {"/": "a b c d e f"}
    assert (board.saves, board.lifted) == (0, [])
