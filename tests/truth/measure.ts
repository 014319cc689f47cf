import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bodyLineOf, splitFences } from "../../src/front-matter/fence.ts";
import { parseFrontMatter } from "../../src/front-matter/parse.ts";
import { deriveReading, type StoryReading } from "../../src/story/reading.ts";
import { storyFromDocument } from "../../src/story/schema.ts";
import { readPlainLines } from "../../src/text/plain.ts";
import { holdAgainst } from "../../src/truth/hold-against.ts";
import type { Detail, Statement } from "../../src/truth/statement.ts";

interface Edit {
  post: number;
  type: string;
  find: string;
  replace: string;
  why: string;
}

export interface Raised {
  rule: string;
  statement: Statement;
  detail: Detail;
}

export interface CaseResult {
  name: string;
  alarms: readonly Raised[];
  edits: readonly { edit: Edit; raised: readonly Raised[] }[];
}

/** What `check` reports of a post's text, by rules alone. */
function raise(reading: StoryReading, text: string): Raised[] {
  return holdAgainst(reading, readPlainLines(text), { text }).flatMap((statement) =>
    statement.details.flatMap((detail) => (detail.rule === null ? [] : [{ rule: detail.rule, statement, detail }])),
  );
}

export function readingOf(text: string): StoryReading {
  const fenced = splitFences(text);
  const document = { data: parseFrontMatter(fenced.matter), body: fenced.body, bodyLine: bodyLineOf(fenced) };
  return deriveReading(storyFromDocument("story", "stories/story.md", document));
}

export function measureCase(dir: string, name: string, counts: (raised: Raised) => boolean = () => true): CaseResult {
  const read = (file: string): string => readFileSync(join(dir, name, file), "utf8");
  const reading = readingOf(read("story.md"));
  const posts = [1, 2].map((n) => read(`post-${n}.md`));
  const raised = posts.map((text) => raise(reading, text).filter(counts));
  const edits = (JSON.parse(read("errors.json")) as Edit[]).map((edit) => {
    const known = new Set(raised[edit.post - 1]?.map(keyOf));
    const text = (posts[edit.post - 1] ?? "").replace(edit.find, () => edit.replace);
    return { edit, raised: raise(reading, text).filter((each) => counts(each) && !known.has(keyOf(each))) };
  });
  return { name, alarms: raised.flat(), edits };
}

const keyOf = ({ rule, statement, detail }: Raised): string =>
  `${rule} ${detail.text} ${detail.because} ${statement.text}`;

export function casesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, "errors.json")))
    .sort();
}
