import { describe, expect, test } from "vitest";
import { entryAt, entryOfKeys, placeEntries } from "../../src/front-matter/entry-places.ts";

const TEXT =
  '---\ntitle: "The Pager"\ntags: [a, b]\nlist:\n  - one\n  - two\ncheck:\n  no-question: off\nempty:\n---\nBody: x\n';

describe.each([
  ["as it is", (text: string) => text],
  ["with CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ["with a byte order mark", (text: string) => `\uFEFF${text}`],
])("entries of front matter %s", (_, write) => {
  const text = write(TEXT);
  const entries = placeEntries(text, false);

  test("have their keys, values and places", () => {
    expect(entries.map(({ keys, value, start, end }) => [keys.join("."), value, text.slice(start, end)])).toEqual([
      ["title", "The Pager", '"The Pager"'],
      ["tags", null, "tags"],
      ["tags", "a", "a"],
      ["tags", "b", "b"],
      ["list", null, "list"],
      ["list", "one", "one"],
      ["list", "two", "two"],
      ["check", null, "check"],
      ["check.no-question", "off", "off"],
      ["empty", null, "empty"],
    ]);
  });

  test.each([
    ["title", "title", "The Pager"],
    ["b]", "tags", "b"],
    ["no-", "check.no-question", "off"],
    ["two", "list", "two"],
  ])("are found at %s", (words, keys, value) => {
    const found = entryAt(entries, text.indexOf(words));
    expect([found?.keys.join("."), found?.value]).toEqual([keys, value]);
  });

  test("none is found in the body", () => expect(entryAt(entries, text.indexOf("Body"))).toBeNull());
});

test.each([
  [["check", "no-question"], "off"],
  [["list", "two"], "two"],
  [["list", "three"], null],
  [["gone", "far"], undefined],
  [[], undefined],
])("%j leads to %s", (keys, value) => expect(entryOfKeys(placeEntries(TEXT, false), keys)?.value).toBe(value));

test.each(["---\na: 1\na: 2\n---\n", "---\na: [\n---\n", "no front matter", "---\nnever closed"])(
  "%j has none",
  (text) => expect(placeEntries(text, false)).toEqual([]),
);

test("settings are entries throughout", () => {
  expect(placeEntries("calendar:\n  slots:\n    tue:\n      time: '9:00'\n", true).at(-1)).toMatchObject({
    keys: ["calendar", "slots", "tue", "time"],
    value: "9:00",
    start: 40,
  });
});
