import { keyLine } from "../../front-matter/key-line.ts";
import { replacePrivateNames } from "../../post/aliases.ts";
import { hasPrivateName } from "../../post/joined-names.ts";
import { findPrivateNames, type PrivateName } from "../../post/private-names.ts";
import { HASHTAG } from "../../text/hashtag-line.ts";
import type { Line } from "../../text/line.ts";
import { gapOf, printLine, printLines } from "../../text/plain.ts";
import { fixLine, placeOf } from "../fix.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

/** A name that `private:` in storybank.yaml lists stands in what gets published, or in the file's name. */
export const privateName: Rule<PostSubject> = {
  id: "private-name",
  level: "error",
  about: "a name that must not be published",
  find({ post, text, lines, hook, privateNames }) {
    if (privateNames.length === 0) return [];
    const inText = withFixes(namesInLines(lines, privateNames), text, privateNames);
    const told = new Set(inText.map(({ message }) => message));
    const keys = [
      ["title", post.title],
      ["hook", post.hook === hook.text ? "" : (post.hook ?? "")],
    ] as const;
    const inKeys = keys.flatMap(([key, value]) => namesIn(value, keyLine(text, key), privateNames, `its ${key}`));
    const hashtags = post.hashtags.flatMap((tag) =>
      privateNames
        .filter((name) => hasPrivateName(tag, name))
        .map((name) => found(name, keyLine(text, "hashtags"), `the hashtag #${tag}`, `#${tag}`)),
    );
    const file = privateNames
      .filter((name) => hasPrivateName(post.id, name))
      .map(
        (name): Found => ({
          line: 1,
          message: `The private name ${name.name} stands in the file's name.`,
          remedy: "Rename the file.",
          excerpt: post.path,
        }),
      );
    return [...inText, ...inKeys.filter(({ message }) => !told.has(message)), ...hashtags, ...file];
  },
};

/** Names are looked for in the whole text, since one may run over the end of a line. */
function namesInLines(lines: readonly Line[], names: readonly PrivateName[]): Found[] {
  const text = printLines(lines);
  let offset = 0;
  const starts = lines.map((line, index) => {
    const start = offset + (index === 0 ? 0 : gapOf(line).length);
    offset = start + printLine(line).length;
    return start;
  });
  const placed = findPrivateNames(text, names).map((match) => {
    const line = lines[starts.findLastIndex((start) => start <= match.start)];
    return found(match, line?.line ?? 1, "the post", excerptOf(line === undefined ? "" : printLine(line)));
  });
  return [...placed, ...lines.flatMap((line) => tagsIn(line.text, line.line, names))];
}

/** The aliases in the place of a line's names; a name without one, and one that runs over the end of its line, is left to the author. */
function withFixes(found: readonly Found[], text: string, names: readonly PrivateName[]): Found[] {
  const write = (written: string): string => replacePrivateNames(written, names);
  const fixes = new Map([...new Set(found.map(({ line }) => line))].map((line) => [line, fixLine(text, line, write)]));
  return found.map((each) => ({ ...each, ...placeOf(fixes.get(each.line) ?? null) }));
}

function namesIn(text: string, line: number, names: readonly PrivateName[], where: string): Found[] {
  const matches = findPrivateNames(text, names).map((match) => found(match, line, where, excerptOf(text, match.start)));
  return [...matches, ...tagsIn(text, line, names)];
}

function tagsIn(text: string, line: number, names: readonly PrivateName[]): Found[] {
  return [...text.matchAll(HASHTAG)].flatMap(([tag]) =>
    names
      .filter((name) => hasPrivateName(tag, name) && findPrivateNames(tag, [name]).length === 0)
      .map((name) => found(name, line, `the hashtag ${tag}`, excerptOf(text))),
  );
}

function found({ name, alias }: PrivateName, line: number, where: string, excerpt: string): Found {
  return {
    line,
    message: `The private name ${name} stands in ${where}.`,
    remedy: alias === null ? "Take it out." : `Write “${alias}” instead.`,
    excerpt,
  };
}
