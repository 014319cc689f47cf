/** Collects what is taken out of a note's text. */
export interface Cleared {
  tags: Set<string>;
  links: Set<string>;
  fields: Map<string, string>;
}

/** Cleans a line's words; what stands in backticks stays. */
export function cleanInline(line: string, taken: Cleared): string {
  if (!MARKS.test(line)) return line;
  return withoutTags(
    line
      .split(/(`+[^`]*`+)/)
      .map((part, index) => (index % 2 === 1 ? part : cleanWords(part, taken)))
      .join(""),
    taken,
  );
}

/** Without any of these there is nothing to clean. */
const MARKS = /[[#^]|==|::/;

function cleanWords(text: string, taken: Cleared): string {
  return text
    .replace(/!\[\[([^\]\n]+)\]\]/g, (_, target: string) => {
      taken.links.add(targetOf(target));
      return "";
    })
    .replace(/\[\[([^\]\n]+)\]\]/g, (_, target: string) => {
      taken.links.add(targetOf(target));
      return wordsOf(target);
    })
    .replace(/!\[[^\]\n]*\]\[[^\]\n]*\]/g, "")
    .replace(LINK, (whole, mark: string, words: string, written: string) => {
      const target = written.replace(/\s+"[^"]*"$/, "").replace(/^<(.*)>$/, "$1");
      if (/^[a-z][a-z0-9+.-]+:/i.test(target) && !target.startsWith("data:")) return whole;
      if (!target.startsWith("data:") && !target.startsWith("#")) taken.links.add(nameOfFile(target));
      // A picture in a sentence stands for its words; one on its own, for itself.
      return mark === "!" && (whole === text.trim() || /\.\w{2,5}$/.test(words)) ? "" : words;
    })
    .replace(/==(?=\S)([^=\n]+?)==/g, "$1")
    .replace(/[[(][\p{L}][\p{L}\p{N} _-]{0,40}::\s*([^\])\n]*)[\])]/gu, "$1")
    .replace(/(?:^|\s)\^[A-Za-z0-9-]+\s*$/, "");
}

/** `[words](target)` and `![words](target)`; a target may hold a pair of brackets, or stand between `<` and `>`. */
const LINK = /(!?)\[([^\]\n]{0,300})\]\(((?:[^()\n]|\([^()\n]{0,99}\)){0,500})\)/g;

/** `Folder/Note#Heading|words` → `Folder/Note` */
function targetOf(link: string): string {
  const target = (link.split("|")[0] ?? "").replace(/[#^].*$/, "").trim();
  return target === "" ? link : target;
}

/** The words a link shows: its own, else the name of what it leads to. */
function wordsOf(link: string): string {
  const [target = "", ...words] = link.split("|");
  if (words.length > 0) return words.join("|").trim();
  const name = target.replace(/#\^.*$/, "");
  const [note = "", heading] = name.split("#").map((part) => part.trim());
  return note === "" ? (heading ?? "") : (note.split("/").at(-1) ?? note);
}

/** `Folder/The%20Pager%20<32 digits>.md` → `The Pager.md` */
function nameOfFile(target: string): string {
  const name = decoded(target.split("/").at(-1) ?? target);
  return name.replace(/ [0-9a-f]{32}(?=\.\w+$|$)/, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const TAG = /(?<=^|[\s(])#([\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/gu;
const LEADING = /^(\s*(?:[-*+>]\s+)*)((?:#[\p{L}\p{N}_/-]+\s+)+)(?=\p{Lu}|$)/u;
const TRAILING = /(^|[.!?…:;)"”’*_]|\s—|\s-)((?:\s*#[\p{L}\p{N}_/-]+)+)\s*$/u;

/** Takes tags off the ends of a line; a tag that is a word of its sentence only loses its mark. */
function withoutTags(line: string, taken: Cleared): string {
  if (!line.includes("#") || /^\s{0,3}#{1,6}\s/.test(line)) return line;
  const [code, words] = cutCode(line);
  for (const [, tag = ""] of words.matchAll(TAG)) taken.tags.add(tag.replace(/\/+$/, ""));
  if (code || words.search(TAG) < 0) return line;
  const isTags = (run: string): boolean => run.trim() !== "" && run.trim().split(/\s+/).every(isTag);
  return line
    .replace(TRAILING, (whole, before: string, run: string) => (isTags(run) ? before : whole))
    .replace(LEADING, (whole, before: string, run: string) => (isTags(run) ? before : whole))
    .replace(TAG, (_, tag: string) => tag.split("/").findLast((part) => part !== "") ?? tag)
    .trimEnd();
}

/** A number alone is none: "#42" is an issue. */
function isTag(text: string): boolean {
  return /^#[\p{N}/-]*[\p{L}_]/u.test(text);
}

/** A line's words without what is in backticks, and whether a mark of a tag stands there. */
function cutCode(line: string): [isInCode: boolean, words: string] {
  const words = line.replace(/`+[^`]*`+/g, "");
  return [words.length !== line.length && (line.match(/`+[^`]*`+/g) ?? []).some((code) => code.includes("#")), words];
}
