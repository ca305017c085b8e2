// The pure functions of the table: reading a pasted block, and where it goes.

import assert from "node:assert/strict";
import test from "node:test";

import widget, { parse, place } from "../../tpm_kit/widgets/table.mjs";

test("the module is a widget", () => assert.equal(typeof widget.render, "function"));

for (const [name, text, block] of [
  ["one value", "80 %", [["80 %"]]],
  ["nothing", "", [[""]]],
  ["tabs and newlines", "1\t2\n3\t4", [["1", "2"], ["3", "4"]]],
  ["Windows newlines and a trailing one", "1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]],
  ["one trailing newline and no more", "1\n\n", [["1"], [""]]],
  ["empty cells", "\t1\n\t\n2\t", [["", "1"], ["", ""], ["2", ""]]],
  ["rows of different lengths", "1\n2\t3", [["1"], ["2", "3"]]],
  ["quotes around a newline and a tab", '"a\nb"\t"c\td"\n"e\r\nf"', [["a b", "c d"], ["e f"]]],
  ["doubled quotes", '"say ""yes"""\t""""', [['say "yes"', '"']]],
  ["quotes that stand for themselves", '5" pipe\t"a" b\t"open', [['5" pipe', '"a" b', '"open']]],
  ["an empty cell in quotes", '""\t1', [["", "1"]]],
  ["commas and spaces", "1,200\t 5 ; 6", [["1,200", " 5 ; 6"]]],
]) test(`parse: ${name}`, () => assert.deepEqual(parse(text), block));

const columns = [{ id: "a" }, { id: "b", options: [["3", "3 · Massive"], ["0.5", "Low"]] }, { id: "c" }];
const puts = (text, at, count = 9) => place(parse(text), at, columns, count);

test("a block goes to the right and down from its input", () => {
  assert.deepEqual(puts("x\t3\ny\t0.5", 3), [[3, "x"], [4, "3"], [6, "y"], [7, "0.5"]]);
  assert.deepEqual(puts("x", 8), [[8, "x"]]);
});

test("what is past the last column or row does not fit", () => {
  assert.deepEqual(puts("x\ty", 2), [[2, "x"], [3, undefined]]);
  assert.deepEqual(puts("x\ny\nz", 5).map(([, value]) => value), ["x", "y", undefined]);
});

test("a choice takes a value or a label in any case, and nothing else", () => {
  for (const [text, value] of [["3", "3"], [" LOW ", "0.5"], ["3 · massive", "3"], ["medium", undefined], ["0,5", undefined]]) {
    assert.deepEqual(puts(text, 1), [[1, value]], text);
  }
});

test("empty texts go nowhere, and are no misfit", () => {
  assert.deepEqual(puts("\t3\n \t", 0), [[1, "3"]]);
  assert.deepEqual(puts("\t\t\t\t\n\n\n\n\n", 8), []);
});

test("spaces around a text go, and it is no longer than an input holds", () => {
  assert.deepEqual(puts(" x y ", 0), [[0, "x y"]]);
  assert.equal(puts("x".repeat(3000), 0)[0][1].length, 2000);
});

test("ten thousand quotes are read at once", () => {
  const start = performance.now();
  parse('"\t'.repeat(10_000));
  assert.ok(performance.now() - start < 2000);
});
