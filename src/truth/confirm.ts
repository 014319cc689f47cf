import { type Confirmation, hasText, isSameText } from "../post/confirmations.ts";
import type { Detail, Statement, Verdict } from "./statement.ts";

/** Verdicts that leave something to be done. */
export function isUnsettled(verdict: Verdict): boolean {
  return verdict === "contradicted" || verdict === "untraced";
}

/** From the one that wants most to be looked at. */
const WORST: readonly Verdict[] = ["contradicted", "untraced", "confirmed", "follows", "said"];

/** Takes an author's word: what is open in a statement and was confirmed in just that sentence is `confirmed`. */
export function confirmStatements(
  statements: readonly Statement[],
  confirmations: readonly Confirmation[],
): readonly Statement[] {
  if (confirmations.length === 0) return statements;
  return statements.map((statement) => {
    const own = confirmations.filter(({ sentence }) => isSameText(sentence, statement.text));
    return own.length === 0 ? statement : confirmStatement(statement, own);
  });
}

function confirmStatement(statement: Statement, confirmations: readonly Confirmation[]): Statement {
  const details = statement.details.map((detail) => confirmDetail(detail, statement, confirmations));
  const worst = WORST.find((verdict) => details.some((detail) => detail.verdict === verdict));
  return { ...statement, details, verdict: worst ?? statement.verdict };
}

function confirmDetail(detail: Detail, { text }: Statement, confirmations: readonly Confirmation[]): Detail {
  const found = isUnsettled(detail.verdict)
    ? confirmations.find(({ words }) => covers(words, detail.text, text))
    : undefined;
  if (found === undefined) return detail;
  const because = found.because === null ? "confirmed by the author" : `confirmed: ${found.because}`;
  return { ...detail, verdict: "confirmed", rule: null, because, fix: null };
}

/** Words confirm what they hold, and what they are the whole or a part of. */
function covers(words: string, detail: string, sentence: string): boolean {
  return isSameText(words, sentence) || hasText(words, detail) || hasText(detail, words);
}
