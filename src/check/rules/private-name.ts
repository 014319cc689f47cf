import { keyLine } from "../../front-matter/key-line.ts";
import { replacePrivateNames } from "../../post/aliases.ts";
import { hasPrivateName } from "../../post/joined-names.ts";
import { findPrivateNames, type PrivateName } from "../../post/private-names.ts";
import { HASHTAG } from "../../text/hashtag-line.ts";
import type { Line } from "../../text/line.ts";
import { gapOf, printLine, printLines } from "../../text/plain.ts";
import { fixLine, fixPlace } from "../fix.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

/** Where a private name is: in words, or inside a hashtag. */
interface Hit {
  name: PrivateName;
  line: number;
  where: string;
  tag: string | null;
  excerpt: string;
}

/** A name that `private:` in storybank.yaml lists is in what gets published, or in the file's name. */
export const privateName: Rule<PostSubject> = {
  id: "private-name",
  level: "error",
  about: "a name that must not be published",
  find({ post, text, lines, hook, privateNames }) {
    if (privateNames.length === 0) return [];
    const inText = namesInLines(lines, privateNames);
    const keys = [
      ["title", post.title],
      ["hook", post.hook === hook.text ? "" : (post.hook ?? "")],
    ] as const;
    const inKeys = keys.flatMap(([key, value]) => namesIn(value, keyLine(text, key), privateNames, `its ${key}`));
    // The same hashtag is found once.
    const onlyInKeys = inKeys.filter(
      ({ name, tag }) => tag === null || !inText.some((hit) => hit.tag === tag && hit.name === name),
    );
    const hashtags = post.hashtags.flatMap((tag) =>
      hitsOfTag(`#${tag}`, keyLine(text, "hashtags"), `#${tag}`, (name) => hasPrivateName(tag, name), privateNames),
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
    const fixed = withFixes(inText.map(wordHit), text, privateNames);
    return [...fixed, ...[...onlyInKeys, ...hashtags].map(wordHit), ...file];
  },
};

/** Names are looked for in the whole text, since one may run over the end of a line. */
function namesInLines(lines: readonly Line[], names: readonly PrivateName[]): Hit[] {
  const text = printLines(lines);
  let offset = 0;
  const starts = lines.map((line, index) => {
    const start = offset + (index === 0 ? 0 : gapOf(line).length);
    offset = start + printLine(line).length;
    return start;
  });
  const hits = findPrivateNames(text, names).map((name): Hit => {
    const line = lines[starts.findLastIndex((start) => start <= name.start)];
    const excerpt = excerptOf(line === undefined ? "" : printLine(line));
    return { name, line: line?.line ?? 1, where: "the post", tag: null, excerpt };
  });
  return [...hits, ...lines.flatMap((line) => tagsIn(line.text, line.line, names))];
}

/** The aliases in the place of a line's names; a name without one, and one that runs over the end of its line, is left to the author. */
function withFixes(found: readonly Found[], text: string, names: readonly PrivateName[]): Found[] {
  const write = (written: string): string => replacePrivateNames(written, names);
  const fixes = new Map([...new Set(found.map(({ line }) => line))].map((line) => [line, fixLine(text, line, write)]));
  return found.map((each) => ({ ...each, ...fixPlace(fixes.get(each.line) ?? null) }));
}

function namesIn(text: string, line: number, names: readonly PrivateName[], where: string): Hit[] {
  const hits = findPrivateNames(text, names).map(
    (name): Hit => ({ name, line, where, tag: null, excerpt: excerptOf(text, name.start) }),
  );
  return [...hits, ...tagsIn(text, line, names)];
}

function tagsIn(text: string, line: number, names: readonly PrivateName[]): Hit[] {
  return [...text.matchAll(HASHTAG)].flatMap(([tag]) => {
    const isInside = (name: PrivateName): boolean =>
      hasPrivateName(tag, name) && findPrivateNames(tag, [name]).length === 0;
    return hitsOfTag(tag, line, excerptOf(text), isInside, names);
  });
}

function hitsOfTag(
  tag: string,
  line: number,
  excerpt: string,
  isInside: (name: PrivateName) => boolean,
  names: readonly PrivateName[],
): Hit[] {
  return names.filter(isInside).map((name) => ({ name, line, where: `the hashtag ${tag}`, tag, excerpt }));
}

function wordHit({ name, line, where, excerpt }: Hit): Found {
  return {
    line,
    message: `The private name ${name.name} stands in ${where}.`,
    remedy: name.alias === null ? "Take it out." : `Write “${name.alias}” instead.`,
    excerpt,
  };
}
