import { UserError } from "../errors.ts";
import type { Facts } from "../hooks/facts.ts";
import { makeHook, offerHooks } from "../hooks/offer.ts";
import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import { isPast } from "../language/past.ts";
import type { Choice } from "../post/choose.ts";
import type { HookTemplate } from "../templates/hook-template.ts";
import type { ReadingWithFacts } from "./reading-with-facts.ts";

export interface ChosenHook {
  template: string;
  text: string;
  facts: readonly { name: string; text: string; line: number | null }[];
}

/** Asks for facts that a hook template needs and the story lacks; null where nobody can be asked. */
export type AskFacts =
  | ((template: HookTemplate, missing: readonly string[]) => Promise<ReadonlyMap<string, string>>)
  | null;

export interface HookWishes {
  /** A hook template's name, or `own`. */
  hook?: string | undefined;
  /** The hook itself, written out. */
  text?: string | undefined;
  facts: ReadonlyMap<string, string>;
}

/**
 * Chooses a post's hook: the words that were given, the template that was named, the story's own line, the slot's
 * template, else the best in the story's own words, or that its facts allow.
 *
 * @throws UserError when the template is unknown, or lacks facts and nobody can be asked.
 */
export async function chooseHook(
  read: ReadingWithFacts,
  wishes: HookWishes,
  choice: Choice,
  readTemplates: () => Promise<readonly HookTemplate[]>,
  ask: AskFacts,
  fold: number,
): Promise<ChosenHook> {
  if (wishes.text !== undefined) return { template: "text", text: wishes.text.trim(), facts: [] };
  const facts = withFacts(read.facts, wishes.facts);
  const name = wishes.hook ?? (read.story.hook === null ? null : "own") ?? choice.slot.hook;
  if (name === "own") {
    if (read.story.hook === null)
      throw new UserError(`${read.story.id} has no hook of its own.`, {
        hint: `Give it one with: storybank edit ${read.story.id} --set hook="…"   or see: storybank hooks ${read.story.id}`,
      });
    return { template: "own", text: read.story.hook, facts: [] };
  }
  const templates = await readTemplates();
  const template = name === null ? null : findTemplate(name, templates);
  if (template === null) return bestHook(read, templates, facts, fold);
  const missing = template.needs.filter((need) => !facts.has(need));
  const answered = missing.length > 0 && ask !== null ? withFacts(facts, await ask(template, missing)) : facts;
  return usedHook(template, answered, read, fold);
}

function findTemplate(name: string, templates: readonly HookTemplate[]): HookTemplate {
  const found = templates.find((template) => template.name === name.toLowerCase());
  if (found === undefined)
    throw new UserError(`There is no hook template "${name}".`, { hint: "See them with: storybank hooks" });
  return found;
}

function usedHook(template: HookTemplate, facts: Facts, read: ReadingWithFacts, fold: number): ChosenHook {
  const { text, missing } = makeHook(template, facts, read, fold);
  if (text === null) {
    throw new UserError(
      `The hook template "${template.name}" lacks what this story does not say: ${missing.join(", ")}.`,
      {
        hint: `Give it with ${missing.map((name) => `--fact ${name}="…"`).join(" ")}, or see what fits: storybank hooks ${read.story.id}`,
        problem: { code: "missing-facts", template: template.name, missing },
      },
    );
  }
  const used = template.needs.flatMap((name) => {
    const fact = facts.get(name);
    return fact === undefined
      ? []
      : [{ name, text: typeof fact.value === "string" ? fact.value : fact.value.join(", "), line: fact.line }];
  });
  return { template: template.name, text, facts: used };
}

/** The best hook in the story's own words, such as a quotation or an admission; else the best of all. */
function bestHook(read: ReadingWithFacts, templates: readonly HookTemplate[], facts: Facts, fold: number): ChosenHook {
  const offers = offerHooks(read, templates, facts, fold).filter((offer) => offer.template !== "own");
  const ofStory = new Set(templates.filter(isOfStory).map(({ name }) => name));
  const spoken = offers.find(({ template, text, score }) => ofStory.has(template) && mayOpen(text, score));
  const best = spoken ?? offers[0];
  const template = templates.find((each) => each.name === best?.template);
  if (best === undefined || best.text === null || template === undefined)
    return { template: "title", text: read.story.title, facts: [] };
  return usedHook(template, facts, read, fold);
}

/** A template without a word of its own. */
function isOfStory({ body }: HookTemplate): boolean {
  return !/\p{L}/u.test(body.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, ""));
}

/** What introduces the author or the company is no opening: somebody speaks, or did something. */
function mayOpen(text: string | null, score: number | null): boolean {
  if (text === null || score === null || score < LEAST_SCORE) return false;
  const tokens = lex(text);
  if (/^["“„«]/.test(text)) return true;
  return tokens.some(({ key }) => listed("firstPerson").get(key) === true) && tokens.some(({ key }) => isPast(key));
}

const LEAST_SCORE = 40;

/** Facts given on the way; an empty one is none. */
function withFacts(facts: Facts, given: ReadonlyMap<string, string>): Facts {
  const filled = [...given].filter(([, value]) => value.trim() !== "");
  return new Map([...facts, ...filled.map(([name, value]) => [name, { value, line: null }] as const)]);
}
