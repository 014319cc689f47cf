import { baseValue, canCompare } from "./equal.ts";
import type { Quantity } from "./figure.ts";

/** How two figures that stand beside each other become a change: the first is what was before, or the second (`back`). */
export type ChangeRelation = "arrow" | "from" | "back";

const ARROW = /^[\s*]*(?:→|⟶|➜|➔|⇒|-+>|=+>)[\s*~≈]*$/u;
const FROM = /\b(?:from|von|de|desde)\s+(?:about\s|around\s|over\s|almost\s|nearly\s|just\s|under\s)?$/i;
const TO = /^[^.;:()!?]{0,40}?\s(?:down |up )?(?:to|auf|à|a|hasta)\s+$/i;
const HEDGED = /(?:about|around|over|just|just under|under|almost|nearly) $/i;
const WAS = /^[^.;()]{0,30}\((?:was|previously|before:?|from|vorher:?)\s+$/i;
const FROM_BACK = /^[^.;()]{0,20},?\s(?:up|down)\s+from\s+$/i;

/** Reads before and after off the words in front of two figures and between them: `6 hours → 12 minutes`, `12 minutes (was 6 hours)`. */
export function readRelation(ahead: string, between: string): ChangeRelation | null {
  if (ARROW.test(between)) return "arrow";
  if (FROM.test(ahead) && TO.test(between.replace(HEDGED, ""))) return "from";
  return WAS.test(between) || FROM_BACK.test(between) ? "back" : null;
}

/** Words that say before or after with others behind them ("After the move"), and those that only do so alone. */
const BEFORE = /^(?:before|previously|vorher|früher|avant|antes|prima|old|was|then)(?![\p{L}\p{N}_])/iu;
const BEFORE_ALONE = /^(?:from|von|de|desde|alt)$/i;
const AFTER = /^(?:after|nachher|danach|après|después|dopo|new|now)(?![\p{L}\p{N}_])/iu;
const AFTER_ALONE = /^(?:to|is|today|heute|jetzt|neu|nach)$/i;

/** Whether a label names what was before. */
export function isBefore(label: string): boolean {
  return BEFORE.test(label.trim()) || BEFORE_ALONE.test(label.trim());
}

/** Whether a label names what came after. */
export function isAfter(label: string): boolean {
  return AFTER.test(label.trim()) || AFTER_ALONE.test(label.trim());
}

/** The columns of a table that say before and after, in whatever order; null where it does not have both. */
export function findChangeColumns(header: readonly string[]): { before: number; after: number } | null {
  const [before, after] = [header.findIndex(isBefore), header.findIndex(isAfter)];
  return before < 0 || after < 0 ? null : { before, after };
}

/** What follows from a change: by how many percent, how many times, in the change's own unit. Null where nothing does. */
export function followChange(from: Quantity, to: Quantity): { percent: number; times: number; by: number } | null {
  if (!canCompare(from, to) || from.kind === "clock") return null;
  const [a, b] = [baseValue(from), baseValue(to)];
  if (a <= 0 || b <= 0) return null;
  return { percent: (Math.abs(b - a) / a) * 100, times: Math.max(a / b, b / a), by: (Math.abs(b - a) * to.value) / b };
}
