import { expect, test } from "vitest";
import { remembered } from "../../src/language/remembered.ts";

test("a text is read once, and again when so many others came that all were forgotten", () => {
  const read: string[] = [];
  const length = remembered((text) => {
    read.push(text);
    return text.length;
  }, 2);
  expect(["one", "three", "one", "four", "one"].map((text) => length(text))).toEqual([3, 5, 3, 4, 3]);
  expect(read).toEqual(["one", "three", "four", "one"]);
});

test("what is false or nothing is remembered, too", () => {
  let reads = 0;
  const isLong = remembered((text) => {
    reads++;
    return text.length > 99;
  });
  expect([isLong("short"), isLong("short"), reads]).toEqual([false, false, 1]);
});
