import { UserError } from "../errors.ts";
import type { Fact, Facts } from "./facts.ts";
import { fillTemplate } from "./liquid.ts";
import { scoreHook } from "./score.ts";
import type { HookTemplate } from "./template.ts";

/** A hook as `hooks STORY --json` shows it; the shape is public. */
export interface OfferedHook {
  template: string;
  angle: string;
  /** Null while facts are missing. */
  text: string | null;
  score: number | null;
  facts: Readonly<Record<string, Fact["value"]>>;
  missing: readonly string[];
  findings: readonly string[];
}

/** Every hook a story can have: its own, then what each template makes of its facts, the best first, the impossible last. */
export function offerHooks(own: string | null, templates: readonly HookTemplate[], facts: Facts): OfferedHook[] {
  const made = templates.map((template) => tryHook(template, facts));
  made.sort(
    (a, b) =>
      (b.score ?? -1) - (a.score ?? -1) || a.missing.length - b.missing.length || (a.template < b.template ? -1 : 1),
  );
  if (own === null) return made;
  return [
    {
      template: "own",
      angle: "the story's own line",
      text: own,
      score: scoreHook(own),
      facts: {},
      missing: [],
      findings: [],
    },
    ...made,
  ];
}

/** A template that is broken keeps no other from being offered; its finding says what is wrong. */
function tryHook(template: HookTemplate, facts: Facts): OfferedHook {
  try {
    return makeHook(template, facts);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      template: template.name,
      angle: template.angle,
      text: null,
      score: null,
      facts: {},
      missing: [],
      findings: [error.message],
    };
  }
}

export function makeHook(template: HookTemplate, facts: Facts): OfferedHook {
  const missing = template.needs.filter((need) => !facts.has(need));
  const used = Object.fromEntries(
    template.needs.flatMap((need) => (facts.has(need) ? [[need, facts.get(need)?.value ?? ""]] : [])),
  );
  const text = missing.length > 0 ? null : fillTemplate(template.name, template.body, valuesOf(facts));
  return {
    template: template.name,
    angle: template.angle,
    text,
    score: text === null ? null : scoreHook(text),
    facts: used,
    missing,
    findings: [],
  };
}

function valuesOf(facts: Facts): Record<string, Fact["value"]> {
  return Object.fromEntries([...facts].map(([name, fact]) => [name, fact.value]));
}
