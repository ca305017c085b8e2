// The way of a line between two cards.

import assert from "node:assert/strict";
import test from "node:test";

import { direct, way } from "../../tpm_kit/widgets/lines.mjs";

const box = (left, top, width = 100, height = 40) => ({ left, top, right: left + width, bottom: top + height });

/** Every step of a way is level or upright. */
function assertRightAngles(points) {
  for (const [index, [x, y]] of points.slice(1).entries()) {
    assert.ok(x === points[index][0] || y === points[index][1], `${points[index]} to ${[x, y]}`);
  }
}

test("a line to a later card turns once, in the gap before it", () => {
  assert.deepEqual(way(box(0, 0), box(200, 100)), [[100, 20], [194, 20], [194, 120], [200, 120]]);
});

test("a line to the next card on the same level is straight", () => {
  assert.deepEqual(new Set(way(box(0, 0), box(112, 0)).map(([, y]) => y)), new Set([20]));
});

test("a line back to a card that starts too early runs between the two", () => {
  const points = way(box(100, 0), box(100, 100));
  assert.deepEqual([points[0], points.at(-1)], [[200, 20], [100, 120]]);
  assert.equal(points[2][1], 70);
  assertRightAngles(points);
});

test("a line back on the same level runs below both", () => {
  const points = way(box(100, 0), box(50, 0));
  assert.ok(Math.max(...points.map(([, y]) => y)) > 40);
  assertRightAngles(points);
});

test("a line upwards is a line too", () => {
  assertRightAngles(way(box(300, 200), box(0, 0)));
  assertRightAngles(way(box(0, 200), box(300, 0)));
});

test("a straight line ends at the edge of its card, from whichever side it comes", () => {
  assert.deepEqual(direct(box(0, 0), box(0, 200)), [[50, 20], [50, 200]]);
  assert.deepEqual(direct(box(0, 200), box(0, 0)), [[50, 220], [50, 40]]);
  assert.deepEqual(direct(box(300, 0), box(0, 0)), [[350, 20], [100, 20]]);
  assert.deepEqual(direct(box(0, 0), box(200, 40)), [[50, 20], [200, 50]]);
});

test("a straight line between cards in the same place has no length to divide by", () => {
  assert.deepEqual(direct(box(10, 10), box(10, 10)), [[60, 30], [60, 30]]);
});
