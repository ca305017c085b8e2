// The pure functions of the chooser: what a typed text finds, and in which order.

import assert from "node:assert/strict";
import test from "node:test";

import widget, { narrowed, plain, rank } from "../../tpm_kit/widgets/chooser.mjs";

test("the module is a widget", () => assert.equal(typeof widget.render, "function"));

for (const [text, result] of [
  ["  San José–Sunnyvale, CA ", "san jose sunnyvale ca"],
  ["Winston-Salem/Łódź (x)", "winston salem łodz x"],
  ["ＡＢ１", "ab1"],
  ["(.*[", ""],
  ["\ud800<b>", "b"],
]) test(`plain: ${text}`, () => assert.equal(plain(text), result));

for (const [typed, name, also, level] of [
  ["", "texas", "tx", 0],
  ["tex", "texas", "tx", 0],
  ["tx", "texas", "tx state", 0],
  ["tx", "austin tx", "12420 texas", 1],
  ["tx aus", "austin tx", "", 1],
  ["texas aus", "austin tx", "12420 texas", 2],
  ["ustin", "austin tx", "", 3],
  ["124", "austin tx", "12420 texas", 2],
  ["austin ny", "austin tx", "", 4],
]) test(`rank: ${typed} in ${name}`, () => assert.equal(rank(typed, name, also), level));

test("the best comes first, and what is equal in the order given", () => {
  const options = [["1", "Big York"], ["2", "New York"], ["3", "York"], ["4", "Yorkshire"], ["5", "Paris", "York"]];
  assert.deepEqual(narrowed("york", options), [2, 3, 4, 0, 1]);
  assert.deepEqual(narrowed("", options), [0, 1, 2, 3, 4]);
  assert.deepEqual(narrowed("zz", options), []);
});
