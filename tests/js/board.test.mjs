// The pure functions of the board: moving, stretching and finding the way among cards.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { move, nearest, step, stretch } from "../../tpm_kit/widgets/board.mjs";

const vectors = JSON.parse(readFileSync(new URL("../board_moves.json", import.meta.url), "utf8"));

const list = (...ids) => ids.map((id) => ({ id }));
const rows = list("x", "y");
const columns = list("p", "q", "r", "s");

/** Cards from "id row column span"; a card without a place lies in the tray. Deeply frozen. */
function lay(...texts) {
  return Object.freeze(texts.map((text) => {
    const [id, row = "", column = "", span] = text.split(" ");
    return Object.freeze({ id, row, column, ...(span && { span: Number(span) }) });
  }));
}

const card = (cards, id) => cards.find((one) => one.id === id);

/** Where a key takes a card, as "row column before"; null at an edge. */
function goal(cards, id, key) {
  const to = step(cards, id, key, rows, columns);
  return to && [to.row, to.column, to.before ?? ""].join(" ").trim();
}

function freeze(value) {
  if (value && typeof value === "object") Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

test("there are vectors for moves", () => assert.ok(vectors.length >= 15));

for (const { name, cards, id, to, columns: across, expect } of vectors) {
  test(`move: ${name}`, () => assert.deepEqual(move(freeze(cards), id, freeze(to), freeze(across)), expect));
}

test("a move keeps everything else about a card", () => {
  const cards = freeze([{ id: "a", title: "Apples", note: "3 pts", row: "", column: "" }]);
  assert.deepEqual(move(cards, "a", { row: "x", column: "q", before: null }, columns), [
    { id: "a", title: "Apples", note: "3 pts", row: "x", column: "q" },
  ]);
});

test("a stretched card is at least one column wide and ends at the last column", () => {
  const cards = lay("a x q 2", "b x p");
  for (const [by, span] of [[1, 3], [2, 3], [99, 3], [0, 2], [-1, 1], [-99, 1]]) {
    assert.equal(card(stretch(cards, "a", by, columns), "a").span, span, `by ${by}`);
  }
  assert.equal(card(stretch(cards, "b", 1, columns), "b").span, 2, "a card without a span is one column wide");
});

test("stretching leaves the other cards alone, and cards in the tray", () => {
  const cards = lay("a x q 2", "b x p", "t");
  assert.deepEqual(stretch(cards, "a", 1, columns).slice(1), cards.slice(1));
  assert.deepEqual(stretch(cards, "t", 1, columns), cards);
});

test("a step sideways goes to the next column and keeps the height", () => {
  const cards = lay("a x p", "b x p", "c x q", "d x q");
  assert.equal(goal(cards, "b", "ArrowRight"), "x q d");
  assert.equal(goal(cards, "c", "ArrowLeft"), "x p a");
  assert.equal(goal(cards, "a", "ArrowRight"), "x q c");
});

test("a step up or down passes the cards of the cell before it leaves the cell", () => {
  const cards = lay("a x p", "b x p", "c x p", "d y p", "e y p");
  assert.equal(goal(cards, "a", "ArrowDown"), "x p c");
  assert.equal(goal(cards, "b", "ArrowDown"), "x p");
  assert.equal(goal(cards, "c", "ArrowUp"), "x p b");
  assert.equal(goal(cards, "c", "ArrowDown"), "y p d");
  assert.equal(goal(cards, "d", "ArrowUp"), "x p");
});

test("a step beyond the top or the left goes to the tray, beyond the other edges nowhere", () => {
  const cards = lay("a x p", "b y s");
  assert.equal(goal(cards, "a", "ArrowUp"), "");
  assert.equal(goal(cards, "a", "ArrowLeft"), "");
  assert.equal(goal(cards, "b", "ArrowDown"), null);
  assert.equal(goal(cards, "b", "ArrowRight"), null);
});

test("a step from the tray goes to the first cell, or nowhere", () => {
  const cards = lay("t", "a x p");
  assert.equal(goal(cards, "t", "ArrowDown"), "x p");
  assert.equal(goal(cards, "t", "ArrowRight"), "x p");
  assert.equal(goal(cards, "t", "ArrowUp"), null);
  assert.equal(goal(cards, "t", "ArrowLeft"), null);
});

test("a wide card at the right edge has no step to the right", () => {
  assert.equal(goal(lay("a x q 3", "b x q"), "a", "ArrowRight"), null);
});

test("every cell can be reached by steps, and the tray from everywhere", () => {
  let cards = lay("a", "b x q", "c y q");
  const seen = new Set();
  const go = (key) => {
    const to = step(cards, "a", key, rows, columns);
    if (to) cards = freeze(move(cards, "a", to, columns));
    const { row, column } = card(cards, "a");
    seen.add(`${row}/${column}`);
    return to;
  };
  go("ArrowDown");
  for (let turn = 0; turn < 8; turn += 1) {
    while (go("ArrowRight"));
    go("ArrowDown");
    while (card(cards, "a").column !== "p") go("ArrowLeft");
    go("ArrowDown");
  }
  for (let turn = 0; turn < 9; turn += 1) go("ArrowUp");
  assert.deepEqual([...seen].sort(), ["/", "x/p", "x/q", "x/r", "x/s", "y/p", "y/q", "y/r", "y/s"].sort());
  assert.equal(card(cards, "a").column, "");
});

test("the nearest point lies in the arrow's direction, and straight ahead before aside", () => {
  const from = { x: 100, y: 100 };
  const points = [{ x: 100, y: 40 }, { x: 100, y: 180 }, { x: 20, y: 100 }, { x: 190, y: 110 }, { x: 130, y: 170 }];
  const way = (key) => nearest(from, points, key);
  assert.equal(way("ArrowUp"), 0);
  assert.equal(way("ArrowDown"), 1);
  assert.equal(way("ArrowLeft"), 2);
  assert.equal(way("ArrowRight"), 3);
});

test("there is no nearest point where none lies ahead", () => {
  const from = { x: 100, y: 100 };
  assert.equal(nearest(from, [], "ArrowUp"), -1);
  assert.equal(nearest(from, [{ x: 100, y: 101 }, { x: 300, y: 100 }], "ArrowDown"), -1);
});
