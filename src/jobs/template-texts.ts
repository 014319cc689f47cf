import type { Config } from "../bank/config.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";

/** The texts of templates and slots ("Three numbers, one story"): words around the story, not claims about it. */
export async function readTemplateTexts(bank: ReadableBank, config: Config): Promise<string[]> {
  const literal = (body: string): string => body.replace(/\{[{%][\s\S]*?[}%]\}/g, " … ");
  const templates = await bank.postTemplates();
  return [
    ...(await bank.hookTemplates()).map(({ body }) => literal(body)),
    ...templates.flatMap(({ body, question }) => [literal(body), question ?? ""]),
    ...[...config.calendar.slots.values()].map(({ question }) => question ?? ""),
  ];
}
