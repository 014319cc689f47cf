import type { ReadableBank } from "../bank/bank.ts";
import type { Config } from "../bank/config.ts";
import { readHookTemplates, readPostTemplates } from "./templates.ts";

/** The texts of templates and slots ("Three numbers, one story"): words around the story, not claims about it. */
export async function readFrames(bank: ReadableBank, packageDir: string, config: Config): Promise<string[]> {
  const literal = (body: string): string => body.replace(/\{[{%][\s\S]*?[}%]\}/g, " … ");
  const templates = await readPostTemplates(bank, packageDir);
  return [
    ...(await readHookTemplates(bank, packageDir)).map(({ body }) => literal(body)),
    ...templates.flatMap(({ body, question }) => [literal(body), question ?? ""]),
    ...[...config.calendar.slots.values()].map(({ question }) => question ?? ""),
  ];
}
