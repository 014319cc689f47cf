import { expect, test } from "vitest";
import { correctDetail, findOpen, type Trace } from "../../src/jobs/trace.ts";
import { addConfirmations, type Confirmation, readConfirmations } from "../../src/post/confirmations.ts";
import { confirmStatements } from "../../src/truth/confirm.ts";
import type { Detail, Statement, Verdict } from "../../src/truth/statement.ts";
import { createBank, openBankAt } from "../support/bank.ts";

const detail = (text: string, verdict: Verdict, start = 0, fix: string | null = null): Detail => ({
  kind: "figure",
  text,
  start,
  end: start + text.length,
  verdict,
  rule: "figure-not-in-story",
  because: "the story has no figure like it",
  source: null,
  fix,
});

const statement = (text: string, details: readonly Detail[], verdict: Verdict): Statement => ({
  text,
  line: 1,
  start: 0,
  end: text.length,
  verdict,
  evidence: [],
  details,
});

const LOST = statement(
  "We lost 46 hours and €3, “all” of it.",
  [detail("46 hours", "untraced"), detail("€3", "contradicted", 0, "€4"), detail("all", "said")],
  "contradicted",
);

const confirmation = (words: string, sentence = LOST.text, because: string | null = null): Confirmation => ({
  words,
  sentence,
  because,
});

test.each<[given: Confirmation[], verdict: Verdict, details: Verdict[]]>([
  [[], "contradicted", ["untraced", "contradicted", "said"]],
  [[confirmation("46 hours")], "contradicted", ["confirmed", "contradicted", "said"]],
  [[confirmation("46")], "contradicted", ["confirmed", "contradicted", "said"]],
  [[confirmation("we lost 46 HOURS")], "contradicted", ["confirmed", "contradicted", "said"]],
  [[confirmation("€3")], "untraced", ["untraced", "confirmed", "said"]],
  [[confirmation("€3"), confirmation("46 hours")], "confirmed", ["confirmed", "confirmed", "said"]],
  [[confirmation(LOST.text)], "confirmed", ["confirmed", "confirmed", "said"]],
  [
    [confirmation("46 hours", 'We  lost 46 hours\nand €3, "all" of it.')],
    "contradicted",
    ["confirmed", "contradicted", "said"],
  ],
  [
    [confirmation("46 hours", "We lost 46 hours and €3, “all” of it!")],
    "contradicted",
    ["untraced", "contradicted", "said"],
  ],
  [[confirmation("47 hours")], "contradicted", ["untraced", "contradicted", "said"]],
])("%j", (given, verdict, details) => {
  const [after] = confirmStatements([LOST], given);
  expect(after?.verdict).toBe(verdict);
  expect(after?.details.map((each) => each.verdict)).toEqual(details);
});

test("what is confirmed says why, has no fix, and is not open", () => {
  const statements = confirmStatements(
    [LOST],
    [confirmation("€3", LOST.text, "their own count"), confirmation("46 hours")],
  );
  expect(statements[0]?.details).toMatchObject([
    { because: "confirmed by the author" },
    { because: "confirmed: their own count", fix: null },
    { because: "the story has no figure like it" },
  ]);
  expect(findOpen(statements)).toEqual([]);
  expect(findOpen([LOST]).map((each) => each.detail.text)).toEqual(["46 hours", "€3"]);
});

test("confirmations are read from lists alone, and a newer one takes the place of the same", () => {
  expect(readConfirmations("46 hours")).toEqual([]);
  expect(readConfirmations(["46", new Map([["words", "46"]])])).toEqual([]);
  const first = addConfirmations(undefined, [confirmation("46 hours"), confirmation("€3")]);
  const second = addConfirmations(first, [confirmation("46 hours", LOST.text, "by phone")]);
  expect(readConfirmations(second)).toEqual([confirmation("€3"), confirmation("46 hours", LOST.text, "by phone")]);
});

test("a detail is righted where it stands, and left alone where the post has changed", async () => {
  const files = createBank({ "posts/p.md": "We lost €3 of it.\n" });
  const bank = openBankAt(files.root);
  const trace = { post: { path: "posts/p.md" } } as Trace;
  expect(await correctDetail(bank, trace, detail("€3", "contradicted", 8, "€4"))).toBe(true);
  expect(files.read("posts/p.md")).toBe("We lost €4 of it.\n");
  expect(await correctDetail(bank, trace, detail("€3", "contradicted", 8, "€4"))).toBe(false);
  expect(await correctDetail(bank, trace, detail("€4", "contradicted", 8))).toBe(false);
  expect(files.read("posts/p.md")).toBe("We lost €4 of it.\n");
});
