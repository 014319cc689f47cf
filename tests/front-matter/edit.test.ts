import fc from "fast-check";
import { expect, test } from "vitest";
import { editFrontMatter } from "../../src/front-matter/edit.ts";
import { splitFences } from "../../src/front-matter/fence.ts";
import { parseFrontMatter } from "../../src/front-matter/parse.ts";
import { sameValue, type Value } from "../../src/front-matter/values.ts";
import { matter, text } from "./arbitraries.ts";

const FILE = `---
# keep me
title: 'The Bill'   # the first
week: 1
tags:
  - debt # money
  # between
  - architecture
zip: 0123
---
Body --- stays.
`;

function edit(source: string, changes: Record<string, Value | undefined>): string {
  return editFrontMatter(source, () => new Map(Object.entries(changes)));
}

test("a change touches its own line and keeps quotes and comments", () => {
  expect(edit(FILE, { title: "The Invoice" })).toBe(FILE.replace("'The Bill'", "'The Invoice'"));
  expect(edit(FILE, { week: "2" })).toBe(FILE.replace("week: 1", "week: 2"));
});

test("a block list gains and loses lines, and the comments between stay", () => {
  expect(edit(FILE, { tags: ["debt", "architecture", "cost"] })).toBe(
    FILE.replace("  - architecture\n", "  - architecture\n  - cost\n"),
  );
  expect(edit(FILE, { tags: ["architecture"] })).toBe(FILE.replace("  - debt # money\n", ""));
});

test("new keys go last, removed keys take their lines along", () => {
  expect(edit(FILE, { day: "tuesday" })).toBe(FILE.replace("zip: 0123\n", "zip: 0123\nday: tuesday\n"));
  expect(edit(FILE, { zip: undefined })).toBe(FILE.replace("zip: 0123\n", ""));
});

test("a change that changes nothing gives the very same text", () => {
  expect(edit(FILE, { week: "1", tags: ["debt", "architecture"], gone: undefined })).toBe(FILE);
});

test("CRLF, BOM and a missing final newline stay", () => {
  const windows = `\uFEFF${FILE.replaceAll("\n", "\r\n")}`.trimEnd();
  expect(edit(windows, { week: "3", day: "friday" })).toBe(
    windows.replace("week: 1", "week: 3").replace("zip: 0123\r\n", "zip: 0123\r\nday: friday\r\n"),
  );
});

test("empty and comment-only front matter can be edited; a file without any gains it", () => {
  expect(edit("---\n---\nx", { week: "1" })).toBe("---\nweek: 1\n---\nx");
  expect(edit("---\n# note\n---\nx", { week: "1" })).toBe("---\n# note\nweek: 1\n---\nx");
  expect(edit("x\r\n", { week: "1" })).toBe("---\r\nweek: 1\r\n---\r\nx\r\n");
});

test.each([
  ["---js\n{}\n---\n", /---js/],
  ["---JavaScript\n{}\n---\n", /---JavaScript/],
  ["---coffee\n---\n", /---coffee/],
  ["----\na: 1\n----\n", /4 dashes/],
  ["---\na: 1\n", /never closed/],
  ["---\na: 1\n...\nx\n", /closed by \.\.\./],
  ["---\na: 1\na: 2\n---\n", /twice on line 3/],
  ["---\ntitle: Foo: bar\n---\n", /quotes/],
  ["---\na:\n\t- x\n---\n", /tab|can't be read/],
  ["---\na: &x 1\nb: *x\n---\n", /alias|anchor/],
  ["---\n- a\n---\n", /no keys/],
  ["---\njust text\n---\n", /no keys/],
  [`---\na: ${"[".repeat(20000)}\n---\n`, /deeply/],
  ["---\na: 1\r b\r---\r", /./],
  ["a\rb\r", /carriage/],
  ["---\na: 1\n---\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n", /merge/],
  ["---\na: |\n  x\n---y\n---\n", /begins with ---/],
])("what can't be read safely is refused with its reason: %j", (source, reason) => {
  expect(() => edit(source, { week: "1" })).toThrow(reason);
});

test("a block that keeps its line breaks is still itself when the key behind it goes", () => {
  expect(edit("---\ntitle: |+\n\nfacts: plain\n---\nx", { facts: undefined })).toBe("---\ntitle: |+\n\n---\nx");
});

test("comments between a key and its value stay", () => {
  expect(edit("---\nfacts:\n# why\n  one\n---\n", { facts: "two" })).toBe("---\nfacts: two\n# why\n---\n");
  expect(edit("---\ntags: # mine\n  - a\n  - b\n---\n", { tags: ["c"] })).toBe("---\ntags: [c] # mine\n---\n");
});

test("poisoned keys are plain keys", () => {
  const data = parseFrontMatter("__proto__: {polluted: yes}\nconstructor: x\n");
  expect([...data.keys()]).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("broken YAML is broken the second time too", () => {
  for (const _ of [1, 2]) expect(() => parseFrontMatter("title: Foo: bar\n")).toThrow(/quotes/);
});

test("edits of generated files read back as asked, and every other byte is as it was", () => {
  const key = fc.constantFrom("title", "week", "tags", "facts", "k1", "added");
  const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined));
  let edited = 0;
  fc.assert(
    fc.property(matter, key, value, fc.boolean(), fc.boolean(), (lines, name, to, crlf, bom) => {
      const source = `${bom ? "\uFEFF" : ""}---\n${lines}---\nbody\n---\nmore`.replaceAll("\n", crlf ? "\r\n" : "\n");
      let before: ReadonlyMap<string, Value>;
      try {
        before = parseFrontMatter(splitFences(source).matter);
      } catch {
        return;
      }
      let after: string;
      try {
        after = editFrontMatter(source, () => new Map([[name, to]]));
      } catch (error) {
        expect(String(error)).toMatch(/safely/);
        return;
      }
      edited++;
      const expected = new Map(before);
      if (to === undefined) expected.delete(name);
      else expected.set(name, to);
      const read = splitFences(after);
      expect(sameValue(parseFrontMatter(read.matter), expected)).toBe(true);
      expect(read.body).toBe(splitFences(source).body);
      if (sameValue(before.get(name), to)) expect(after).toBe(source);
      expect(linesOfOthers(after, name)).toEqual(linesOfOthers(source, name));
    }),
    { numRuns: 5000 },
  );
  expect(edited).toBeGreaterThan(1500);
});

/** All lines but blank ones, indented comments, and those of one key: from its line up to the next that begins a key, a comment or a fence. */
function linesOfOthers(source: string, name: string): string[] {
  let inside = false;
  return source.split("\n").filter((line) => {
    if (/^[\w"'-]+:|^[#?]|^(\uFEFF)?---/.test(line)) inside = line.startsWith(`${name}:`);
    return !inside && line.trim() !== "" && !/^ +#/.test(line);
  });
}
