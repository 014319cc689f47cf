import type { Finding } from "../check/finding.ts";
import type { Desk } from "./desk.ts";
import type { AnswerValue } from "./tool.ts";

/** The text that findings are of. */
export interface CheckedText {
  /** The whole file, or the text that was given. */
  text: string;
  /** The line of it on which what gets published begins, from 1. */
  firstLine: number;
  /** The id of its story, as it is; null where it tells none. */
  story: string | null;
}

/** Findings by what they say of a text, with the lines of its story, and how many there are of each level. */
export function findingsAnswer(
  findings: readonly Finding[],
  { text, firstLine, story }: CheckedText,
  { share, isWhole }: Desk,
): AnswerValue {
  const count = (level: Finding["level"]): number => findings.filter((finding) => finding.level === level).length;
  const isTold = story !== null && findings.some(({ storyLine }) => storyLine != null);
  const told = isTold ? (share.bank.read(`stories/${share.shownId(story)}.md`) ?? "").split(/\r?\n/) : [];
  const lineAt = (line: number | null | undefined): AnswerValue | null =>
    line == null ? null : { line, text: told[line - 1]?.trim() };
  return {
    errors: count("error"),
    warnings: count("warning"),
    findings: findings.map(({ rule, level, line, message, remedy, excerpt, fix, storyLine }) => ({
      rule,
      level,
      // One that is about a post's settings has no line of its text.
      line: line < firstLine ? null : line - firstLine + 1,
      words: excerpt,
      // It would say which name it is, and to whom it belongs.
      message: rule === "private-name" && !isWhole ? "A private name stands here." : share.hideWithheld(message),
      remedy: share.hideWithheld(remedy),
      fix: fix === null ? null : { from: text.slice(fix.start, fix.end), to: fix.text },
      story: lineAt(storyLine),
    })),
  };
}
