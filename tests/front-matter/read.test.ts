import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFences } from "../../src/front-matter/fence.ts";
import { parseFrontMatter, parseYamlFile } from "../../src/front-matter/parse.ts";
import { readDocument } from "../../src/front-matter/read.ts";
import type { Value } from "../../src/front-matter/values.ts";
import { matter } from "./arbitraries.ts";

test.each<[text: string, data: Record<string, Value>, body: string, bodyLine: number]>([
  ["---\ntitle: A\n---\nText.\n", { title: "A" }, "Text.\n", 4],
  ["---\r\ntitle: A\r\n---\r\nText.\r\n", { title: "A" }, "Text.\r\n", 4],
  ["\uFEFF---\ntitle: A\n---\nText.", { title: "A" }, "Text.", 4],
  ["---\ntitle: >\n  A\n  B\n---\nText.", { title: "A B\n" }, "Text.", 6],
  ["---\nfacts: {cost: $2M}\n---\n", { facts: new Map([["cost", "$2M"]]) }, "", 4],
  ["---\n---\nText.", {}, "Text.", 3],
  ["---\n# only a note\n---\nText.", {}, "Text.", 4],
  ["Only text.\n---\n", {}, "Only text.\n---\n", 1],
  ["", {}, "", 1],
])("%j is taken apart", async (text, data, body, bodyLine) => {
  expect(await readDocument(text)).toEqual({ data: new Map(Object.entries(data)), body, bodyLine });
});

test.each([
  ["---\ntitle: A\n", /never closed/],
  ["---\ntitle: Foo: bar\n---\n", /on line 2; put quotes/],
  ["---\na: >\n  x\nb: 1\nb: 2\n---\n", /twice on line 5/],
  ["---\na: 1\n---\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n", /merge/],
])("%j is refused", async (text, reason) => {
  await expect(readDocument(text)).rejects.toThrow(reason);
});

test("whichever reader takes it, a file is read as the full parser would, or refused as it would", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(matter, fc.boolean(), async (lines, crlf) => {
      const text = `---\n${lines}---\nbody`.replaceAll("\n", crlf ? "\r\n" : "\n");
      const parsed = (): unknown => parseFrontMatter(splitFences(text).matter);
      const data = await readDocument(text).then(
        (document) => document.data,
        (error: Error) => error.message,
      );
      if (typeof data === "string") expect(parsed).toThrow(data);
      else expect(data).toEqual(parsed());
      read += typeof data === "string" ? 0 : 1;
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(500);
});

test("a file that is YAML throughout counts its lines from the first", () => {
  expect(parseYamlFile("\uFEFFversion: 1\r\nauthor: A\r\n")).toEqual(
    new Map([
      ["version", "1"],
      ["author", "A"],
    ]),
  );
  expect(() => parseYamlFile("version: 1\nversion: 2\n")).toThrow(/twice on line 2/);
});
