import { type Act, actsOf, findActs } from "./acts.ts";
import { castOf } from "./cast.ts";
import type { Held } from "./held.ts";
import type { Judged } from "./judged.ts";
import type { StoryIndex } from "./story-index.ts";

const LEAST_SCORE = 2.2;
const LEAST_SHARE = 0.55;
const LEAD = 1.8;

/** Holds who does something against who does it in the story. */
export function judgeWho(held: Held): Judged[] {
  const { statement, story, before } = held;
  const cast = castOf(story);
  const last = before === null ? null : findActs(before, cast, null).last;
  const told = actsOf(story);
  return findActs(statement, cast, last).acts.flatMap((act): Judged[] => {
    if (act.who === null) return [];
    const total = weightOf(act.what, story);
    const mine = Math.max(0, ...told.filter(({ who }) => isSame(act.who, who)).map((each) => shared(act, each, story)));
    const others = told.filter(({ who }) => who !== null && !isSame(act.who, who)).map((each) => ({ each, score: shared(act, each, story) }));
    const best = others.sort((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score < LEAST_SCORE || best.score < total * LEAST_SHARE || best.score < mine * LEAD) return [];
    if ([...best.each.passage.features].includes(act.who)) return [];
    const [from, to] = [statement.tokens[act.first], statement.tokens[act.next - 1]];
    return [{ kind: "who", rule: "act-of-another", start: from?.start ?? 0, end: to?.end ?? 0, verdict: "contradicted", because: `in the story it is ${wordWho(best.each)}`, source: best.each.passage, fix: null }];
  });
}

function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || (/^(?:i|we)$/.test(a) && /^(?:i|we)$/.test(b));
}

function wordWho({ passage, first, next }: Act): string {
  return passage.text.slice(passage.tokens[first]?.start, passage.tokens[next - 1]?.end);
}

function shared(a: Act, b: Act, story: StoryIndex): number {
  let sum = 0;
  for (const feature of a.what) if (b.what.has(feature)) sum += story.weight(feature);
  return sum;
}

function weightOf(what: ReadonlySet<string>, story: StoryIndex): number {
  let sum = 0;
  for (const feature of what) sum += story.count(feature) === 0 ? UNKNOWN : story.weight(feature);
  return sum;
}

/** What a word that the story lacks counts for. */
const UNKNOWN = 2;
