import { UserError } from "../errors.ts";
import type { StoryReading } from "../story/reading.ts";
import type { HookTemplate } from "../templates/hook-template.ts";
import type { Fact, Facts } from "./facts.ts";
import { fillTemplate } from "./liquid.ts";
import { type HookFinding, scoreHook } from "./score.ts";

/** A hook as `hooks STORY --json` shows it; the shape is public. */
export interface OfferedHook {
  template: string;
  angle: string;
  /** Null while facts are missing. */
  text: string | null;
  /** From 0 to 100; null while facts are missing. */
  score: number | null;
  /** The facts it uses, each with the story's line it comes from. */
  facts: Readonly<Record<string, Fact>>;
  missing: readonly string[];
  /** What made the score. */
  findings: readonly HookFinding[];
  /** What keeps the template from being used at all. */
  problem?: string;
}

/** Every hook a story can have: its own, then what each template makes of its facts, the best first, the impossible last. */
export function offerHooks(
  reading: StoryReading,
  templates: readonly HookTemplate[],
  facts: Facts,
  fold: number,
): OfferedHook[] {
  const made = templates.map((template) => tryHook(template, facts, reading, fold));
  made.sort(
    (a, b) =>
      (b.score ?? -1) - (a.score ?? -1) || a.missing.length - b.missing.length || (a.template < b.template ? -1 : 1),
  );
  const own = reading.story.hook;
  if (own === null) return made;
  const ownHook = { template: "own", angle: "the story's own line", text: own, facts: {}, missing: [] };
  return [{ ...ownHook, ...scoreHook(own, reading, fold) }, ...made];
}

/** A template that is broken keeps no other from being offered; it says what is wrong. */
function tryHook(template: HookTemplate, facts: Facts, reading: StoryReading, fold: number): OfferedHook {
  try {
    return makeHook(template, facts, reading, fold);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { name, angle } = template;
    return {
      template: name,
      angle,
      text: null,
      score: null,
      facts: {},
      missing: [],
      findings: [],
      problem: error.message,
    };
  }
}

/** What a template makes of a story's facts. Throws a UserError when the template is broken. */
export function makeHook(template: HookTemplate, facts: Facts, reading: StoryReading, fold: number): OfferedHook {
  const missing = template.needs.filter((need) => !facts.has(need));
  const used = template.needs.flatMap((need) => {
    const fact = facts.get(need);
    return fact === undefined ? [] : [[need, fact] as const];
  });
  const offer = { template: template.name, angle: template.angle, facts: Object.fromEntries(used), missing };
  if (missing.length > 0) return { ...offer, text: null, score: null, findings: [] };
  const text = fillTemplate(template.name, template.body, valuesOf(facts));
  return { ...offer, text, ...scoreHook(text, reading, fold, true) };
}

function valuesOf(facts: Facts): Record<string, Fact["value"]> {
  return Object.fromEntries([...facts].map(([name, fact]) => [name, fact.value]));
}
