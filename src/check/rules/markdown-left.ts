import { withoutTags } from "../../text/html.ts";
import { excerptOf, type PostSubject, type Rule } from "../rule.ts";

/** What each mark looks like in a line. */
const MARKS: readonly (readonly [string, Pick<RegExp, "test">])[] = [
  ["bold", /\*\*\S(?:[^*\n]*\S)?\*\*|(?<![\p{L}\p{N}_])__\S(?:[^_\n]*\S)?__(?![\p{L}\p{N}_])/u],
  ["a heading", /^\s{0,3}#{1,6}\s+\S/],
  ["a link", /\[[^[\]\n]{1,500}\]\([^)\s]{1,500}\)/],
  ["an image", /!\[[^[\]\n]{0,500}\]\([^)\s]{1,500}\)/],
  ["code", /^\s*(?:```|~~~)|`[^`\n]+`/],
  ["a list", /^\s*[-*+]\s+\S/],
  ["a quote", /^\s{0,3}>\s/],
  ["a table", /^\s*\|.*\|\s*$/],
  ["emphasis", /(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*])/u],
  ["HTML", { test: (text) => text.includes("<!--") || withoutTags(text) !== text }],
  ["struck-out words", /~~\S[^~\n]*~~/],
];

/** The file's text has markdown in it, which a platform shows as it stands when the text is copied by hand. */
export const markdownLeft: Rule<PostSubject> = {
  id: "markdown-left",
  level: "warning",
  about: "markdown that would show when pasted",
  find({ post, markdown, firstLine, platform }) {
    if (platform.form === "markdown") return [];
    const lines = markdown.split("\n").map((text, index) => ({ text, line: firstLine + index }));
    const marked = lines.filter(({ text }) => MARKS.some(([, pattern]) => pattern.test(text)));
    const [first] = marked;
    if (first === undefined) return [];
    const kinds = MARKS.filter(([, pattern]) => marked.some(({ text }) => pattern.test(text))).map(([name]) => name);
    const count = marked.length === 1 ? "1 line has" : `${marked.length} lines have`;
    return [
      {
        line: first.line,
        message: `${count} markdown (${kinds.slice(0, 3).join(", ")}${kinds.length > 3 ? " …" : ""}), which ${platform.title} shows as it stands.`,
        remedy: `Paste what this prints: storybank render ${post.id}`,
        excerpt: excerptOf(first.text),
      },
    ];
  },
};
