import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSentences, compareWords } from "../../src/history/compare-sentences.ts";
import { readSentences } from "../../src/history/sentences.ts";

const place = (texts: readonly string[]) => texts.map((text, index) => ({ text, line: index + 1 }));
const words = (change: { before: { text: string } | null; after: { text: string } | null }): string =>
  `${change.before?.text ?? ""} → ${change.after?.text ?? ""}`;

describe("sentences", () => {
  test("are read with their lines and the marks of their points", () => {
    expect(
      readSentences("## Head\n\nOne is here. Two goes\non here. Three.\n\n- Point one. And more.\n- Two\n", 10),
    ).toEqual([
      { text: "Head", line: 10 },
      { text: "One is here.", line: 12 },
      { text: "Two goes", line: 12 },
      { text: "on here.", line: 13 },
      { text: "Three.", line: 13 },
      { text: "• Point one.", line: 15 },
      { text: "And more.", line: 15 },
      { text: "• Two", line: 16 },
    ]);
  });

  test.each<[string[], string[], string[]]>([
    [["A b c.", "D."], ["A b c.", "D."], []],
    [["A b c."], ["A b c.", "New."], [" → New."]],
    [["A b c.", "D."], ["D."], ["A b c. → "]],
    [["We paid the rent.", "Z."], ["We paid no rent.", "Z."], ["We paid the rent. → We paid no rent."]],
    [["We paid the rent."], ["Birds sing."], ["We paid the rent. → ", " → Birds sing."]],
    [
      ["One two three.", "Four five six."],
      ["New.", "One two nine.", "Four five ten."],
      [" → New.", "One two three. → One two nine.", "Four five six. → Four five ten."],
    ],
    [[], [], []],
  ])("%j and %j", (before, after, changes) => {
    expect(compareSentences(place(before), place(after)).map(words)).toEqual(changes);
  });

  test("what is told and what stayed make both texts again", () => {
    const sentence = fc.constantFrom("A b c d.", "A b c e.", "F.", "G h.", "A.", "");
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), fc.array(sentence, { maxLength: 12 }), (before, after) => {
        const [old, now] = [place(before), place(after)];
        const changes = compareSentences(old, now);
        const stayed = (all: typeof old, side: "before" | "after"): string[] =>
          all.filter((each) => !changes.some((change) => change[side] === each)).map(({ text }) => text);
        expect(stayed(old, "before")).toEqual(stayed(now, "after"));
        for (const side of ["before", "after"] as const) {
          const lines = changes.flatMap((change) => change[side]?.line ?? []);
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test("a text of thousands of sentences that is another is told without comparing each", () => {
    const [old, now] = [place(Array(4000).fill("The same again.")), place(Array(4000).fill("Another one now."))];
    expect(compareSentences([...place(["First."]), ...old], [...place(["First."]), ...now])).toHaveLength(8000);
  });

  test("words that differ are cut out, and nothing is lost", () => {
    expect(compareWords("It cost $1.2M, all told.", "It cost $1.5M, told.")).toEqual({
      before: [
        { text: "It cost ", isChanged: false },
        { text: "$1.2M", isChanged: true },
        { text: ", ", isChanged: false },
        { text: "all ", isChanged: true },
        { text: "told.", isChanged: false },
      ],
      after: [
        { text: "It cost ", isChanged: false },
        { text: "$1.5M", isChanged: true },
        { text: ", ", isChanged: false },
        { text: "told.", isChanged: false },
      ],
    });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (before, after) => {
        const cut = compareWords(before, after);
        expect(cut.before.map(({ text }) => text).join("")).toBe(before);
        expect(cut.after.map(({ text }) => text).join("")).toBe(after);
      }),
    );
  });
});
