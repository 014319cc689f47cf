import { keyLine } from "../front-matter/key-line.ts";
import type { FrontMatter } from "../front-matter/values.ts";
import { readTextMap } from "../story/schema.ts";
import type { Finding } from "./finding.ts";
import { type Levels, readLevels } from "./levels.ts";
import type { Found, PostSubject, Rule, StorySubject } from "./rule.ts";
import { POST_RULES, STORY_RULES } from "./rules.ts";

/** What the rules find in a post, at the levels of the bank and of the post itself. */
export function examinePost(subject: PostSubject, levels: Levels): Finding[] {
  return examine(POST_RULES, subject, subject.post, subject.text, levels);
}

/** What the rules find in a story. */
export function examineStory(subject: StorySubject, levels: Levels): Finding[] {
  return examine(STORY_RULES, subject, subject.reading.story, subject.text, levels);
}

function examine<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  { path, data }: { path: string; data: FrontMatter },
  text: string,
  bankLevels: Levels,
): Finding[] {
  const own = readLevels(readTextMap(data.get("check")));
  const levels: Levels = new Map([...bankLevels, ...own.levels]);
  const unknown = own.problems.map(
    ({ message, remedy }): Finding => ({
      rule: "unknown-rule",
      level: "error",
      file: path,
      line: keyLine(text, "check"),
      message,
      remedy,
      excerpt: null,
      ...lineExtent(text, keyLine(text, "check")),
      fix: null,
    }),
  );
  const found = rules.flatMap(({ id, level, find }) => {
    const set = levels.get(id);
    if (set === "off") return [];
    return find(subject).map(
      (each): Finding => ({
        rule: id,
        level: set ?? each.level ?? level,
        file: path,
        line: each.line,
        message: each.message,
        remedy: each.remedy,
        excerpt: each.excerpt ?? null,
        ...extentOf(each, text),
        fix: each.fix ?? null,
        ...(each.instead === undefined ? {} : { instead: each.instead }),
        storyLine: each.storyLine ?? null,
      }),
    );
  });
  return [...unknown, ...found.filter((finding) => !isToldTwice(finding, found))];
}

/** A figure that the story does not have is not the story's of something else, too. */
function isToldTwice({ rule, start, end }: Finding, all: readonly Finding[]): boolean {
  return (
    rule === "figure-of-another-thing" &&
    all.some((other) => other.rule === "figure-not-in-story" && other.start === start && other.end === end)
  );
}

/** Where a finding stands: where its rule says, else its whole line. */
function extentOf({ line, start, end }: Found, text: string): { start: number; end: number } {
  return start === undefined || end === undefined ? lineExtent(text, line) : { start, end };
}

/** A line of a text, without its line break. */
export function lineExtent(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf("\n", start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  if (end < 0) return { start, end: text.length };
  return { start, end: text[end - 1] === "\r" ? end - 1 : end };
}
