import { expect, test } from "vitest";
import { readPlainLines } from "../../src/text/plain.ts";
import { holdAgainst } from "../../src/truth/hold-against.ts";
import { readingOf } from "./measure.ts";

const STORY = readingOf(
  '---\ntitle: T\n---\n**The Setup:**\nCarys, a copywriter, asked: "Who owns the work?" £212 was left in the account.\n',
);

test("a statement and its details know where they stand in the file, marks and all", () => {
  const text = "Intro.\r\n\r\n**By August** I had [£540](https://x.example) left in the *account*.\r\n";
  const [, statement] = holdAgainst(STORY, readPlainLines(text), { text });
  expect(text.slice(statement?.start, statement?.end)).toBe(
    "By August** I had [£540](https://x.example) left in the *account*.",
  );
  const figure = statement?.details.find(({ kind }) => kind === "figure");
  expect(text.slice(figure?.start, figure?.end)).toBe("£540");
});

test("the story's own words are said, with nothing to look at", () => {
  const text = "£212 was left in the account.";
  expect(holdAgainst(STORY, readPlainLines(text), { text })).toMatchObject([{ verdict: "said", details: [] }]);
});

test("a quotation with another word in it has a fix", () => {
  const text = 'Carys asked: "Who owns this work?"';
  const [detail] =
    holdAgainst(STORY, readPlainLines(text), { text })[0]?.details.filter(({ kind }) => kind === "quotation") ?? [];
  expect(detail).toMatchObject({ rule: "quote-not-in-story", verdict: "contradicted", fix: "Who owns the work?" });
});
