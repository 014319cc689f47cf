import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level } from "../../src/check/finding.ts";
import type { PostSubject, Rule } from "../../src/check/rule.ts";
import { postFigures } from "../../src/check/rules/figure-not-in-story.ts";
import { TRUTH_RULES } from "../../src/check/rules/truth.ts";
import { bodyLineOf, splitFences } from "../../src/front-matter/fence.ts";
import { parseFrontMatter } from "../../src/front-matter/parse.ts";
import { deriveReading, type StoryReading } from "../../src/story/reading.ts";
import { storyFromDocument } from "../../src/story/schema.ts";
import { readPlainLines } from "../../src/text/plain.ts";

interface Edit {
  post: number;
  type: string;
  find: string;
  replace: string;
  why: string;
}

export interface Raised {
  rule: string;
  level: Level;
  line: number;
  message: string;
  excerpt: string;
}

export interface CaseResult {
  name: string;
  alarms: readonly Raised[];
  edits: readonly { edit: Edit; raised: readonly Raised[] }[];
}

const TRUTH: readonly Rule<PostSubject>[] = [postFigures, ...TRUTH_RULES];

/** What `check` reports of a post's text, by the rules that hold it against its story alone. */
export function raise(reading: StoryReading, text: string): Raised[] {
  const subject = {
    post: { title: "Told", story: "story", data: new Map(), planned: { time: null } },
    text,
    platform: { form: "plain" },
    lines: readPlainLines(text),
    story: reading,
    templateFigures: [],
  } as unknown as PostSubject;
  return TRUTH.flatMap(({ id, level, find }) =>
    find(subject).map((found) => ({
      rule: id,
      level: found.level ?? level,
      line: found.line,
      message: found.message,
      excerpt: found.excerpt ?? "",
    })),
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

const keyOf = ({ rule, message }: Raised): string => `${rule} ${message}`;

export function casesIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, "errors.json")))
    .sort();
}
