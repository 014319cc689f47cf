import { Liquid } from "liquidjs";
import { UserError } from "../errors.ts";

/** More than any post has; what a template writes beyond it, and beyond what it was given, is a mistake or an attack. */
const LONGEST_OUTPUT = 50_000;

/**
 * A template may loop and choose, but reads no file (partials come from an empty store), runs no code, and can neither
 * hang nor eat the memory. A name it misspells is an error, never an empty place.
 */
const RULES = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  dynamicPartials: false,
  templates: {},
  // Without a locale liquidjs asks Intl for the system's, which costs more than the rest of loading it.
  locale: "en-US",
  parseLimit: 100_000,
  renderLimit: 2_000,
  memoryLimit: 2_000_000,
} as const;

const engine = new Liquid(RULES);

/** Stands where a value is empty. No file of a bank holds it, see `src/bank/read.ts`. */
const EMPTY = "\u0000";

/** The same, with a mark wherever a template writes an empty value. */
const markingEngine = new Liquid({
  ...RULES,
  outputEscape: (value: unknown) => (isEmpty(value) ? EMPTY : value) as string,
});

function isEmpty(value: unknown): boolean {
  return (Array.isArray(value) ? value.join("") : String(value ?? "")).trim() === "";
}

/**
 * Fills a template with values.
 *
 * @throws UserError that names the template and what is wrong with it.
 */
export function fillTemplate(name: string, body: string, values: Readonly<Record<string, unknown>>): string {
  return tidy(render(engine, name, body, values));
}

/** A line of a template that has tags and nothing else. */
const TAGS_ALONE = /^[ \t]*(?:\{%(?:(?!%\}).)*%\}[ \t]*)+$/gm;

/**
 * The same, but a line that would write an empty value is left out whole, and lines of tags alone leave no line behind.
 *
 * @throws UserError that names the template and what is wrong with it.
 */
export function fillLines(name: string, body: string, values: Readonly<Record<string, unknown>>): string {
  const marked = body.replace(TAGS_ALONE, `$&${EMPTY}`);
  const lines = render(markingEngine, name, marked, values).split("\n");
  return tidy(lines.filter((line) => !line.includes(EMPTY)).join("\n"));
}

function render(engine: Liquid, name: string, body: string, values: Readonly<Record<string, unknown>>): string {
  let text: string;
  try {
    text = engine.parseAndRenderSync(body, values);
  } catch (error) {
    const reason = ((error as Error).message.split("\n")[0] ?? "").replace(/, line:(\d+).*$/, " on line $1");
    throw new UserError(`The template "${name}" can't be used: ${reason}.`, {
      hint: "Mend it in templates/, or choose another; nothing was written.",
      cause: error,
    });
  }
  if (text.length > LONGEST_OUTPUT && text.length > LONGEST_OUTPUT + JSON.stringify(values).length) {
    throw new UserError(`The template "${name}" writes ${text.length} characters.`, {
      hint: "A post has 3,000; look for a loop in the template.",
    });
  }
  return text;
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What keeps a template from being read at all; null when nothing does. */
export function templateProblem(name: string, body: string): string | null {
  try {
    engine.parse(body);
    return null;
  } catch (error) {
    return `The template "${name}" can't be read: ${(error as Error).message.split("\n")[0]}.`;
  }
}
