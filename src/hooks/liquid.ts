import { Liquid } from "liquidjs";
import { UserError } from "../errors.ts";

/** More than any post has; what a template writes beyond it, and beyond what it was given, is a mistake or an attack. */
const LONGEST_OUTPUT = 50_000;

/**
 * A template may loop and choose, but reads no file (partials come from an empty store), runs no code, and can neither
 * hang nor eat the memory. A name it misspells is an error, never an empty place.
 */
const engine = new Liquid({
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
});

/**
 * Fills a template with values.
 *
 * @throws UserError that names the template and what is wrong with it.
 */
export function fillTemplate(name: string, body: string, values: Readonly<Record<string, unknown>>): string {
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
