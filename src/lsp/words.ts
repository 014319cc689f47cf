import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import type { Explanation, Said } from "../jobs/editor/explain.ts";
import type { PostMark } from "../jobs/editor/measure-post.ts";
import { visibleLine } from "../render/visible.ts";
import { chooseEvidence, type ShownVerdict, shownVerdict } from "../truth/show.ts";
import type { Evidence } from "../truth/statement.ts";

/** Text of files in an explanation: shown as it is, whatever marks are in it. */
interface Writer {
  text(words: string): string;
  strong(words: string): string;
  quote(words: string): string;
  point(words: string): string;
}

const MARKDOWN: Writer = {
  text: (words) =>
    visibleLine(words)
      .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
      .replace(/^(?:[#+-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`)),
  strong: (words) => `**${MARKDOWN.text(words)}**`,
  quote: (words) => `> ${words}`,
  point: (words) => `- ${words}`,
};

const PLAIN: Writer = {
  text: visibleLine,
  strong: visibleLine,
  quote: (words) => `  ${words}`,
  point: (words) => `• ${words}`,
};

/** What the editor shows of an explanation, in markdown where it takes that. */
export function wordExplanation({ said }: Explanation, takesMarkdown: boolean): MarkupContent {
  const writer = takesMarkdown ? MARKDOWN : PLAIN;
  const value = said.map((each) => wordSaid(each, writer)).join("\n\n");
  return { kind: takesMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

function wordSaid(said: Said, writer: Writer): string {
  if (said.kind === "statement") return wordStatement(said, writer);
  if (said.kind === "hook") return wordHook(said, writer);
  if (said.kind === "story") return wordStory(said, writer);
  const { figure, tellings } = said;
  if (tellings.length === 0) return `${writer.strong(figure)}: no post tells it.`;
  const lines = tellings.map(({ post, text }) => writer.point(`${writer.text(post)}: ${writer.text(text)}`));
  return [`${writer.strong(figure)} is told in:`, "", ...lines].join("\n");
}

const VERDICTS: Readonly<Record<ShownVerdict, string>> = {
  nothing: "It claims nothing about the story.",
  said: "The story says it.",
  follows: "It follows from the story.",
  confirmed: "You have confirmed it.",
  untraced: "The story does not say it.",
  contradicted: "The story says otherwise.",
};

function wordStatement({ statement, detail, story }: Extract<Said, { kind: "statement" }>, writer: Writer): string {
  const verdict = detail?.verdict ?? shownVerdict(statement);
  const because = detail === null || detail.because === "said" ? "" : ` ${writer.text(sentence(detail.because))}`;
  const head =
    detail === null ? VERDICTS[verdict] : `${writer.strong(detail.text)}: ${lower(VERDICTS[verdict])}${because}`;
  const own = verdict === "nothing" ? [] : chooseEvidence(statement);
  const evidence = detail?.source == null ? own : [detail.source];
  const quotes = evidence.map((each) => writer.quote(`${placeOf(each, story, writer)}: ${writer.text(each.text)}`));
  return [head, ...quotes].join("\n\n");
}

function sentence(because: string): string {
  return `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function placeOf({ line }: Evidence, story: string, writer: Writer): string {
  return line === null ? `${writer.text(story)}, its hook or facts` : `${writer.text(story)}, line ${line}`;
}

function wordHook({ score, findings }: Extract<Said, { kind: "hook" }>, writer: Writer): string {
  const lines = findings.map(({ points, of, message }) => writer.point(`${points} of ${of}: ${writer.text(message)}`));
  return [`${writer.strong(`The hook has ${score} of 100`)}`, "", ...lines].join("\n");
}

function wordStory({ id, title, hook, lines }: Extract<Said, { kind: "story" }>, writer: Writer): string {
  const shown = [...(hook === null ? [] : [hook]), ...lines];
  return [`${writer.strong(title)} (${writer.text(id)})`, ...shown.map((line) => writer.quote(writer.text(line)))].join(
    "\n\n",
  );
}

/** A mark as it stands at the end of a line, or in it. */
export function wordMark(mark: PostMark): string {
  if (mark.kind === "fold") return `⋯ more (${mark.on.join(" and ")})`;
  if (mark.kind === "limit") return `⇤ the limit of ${mark.limit.toLocaleString("en")}`;
  const { platform, lengths } = mark;
  const counted = lengths.map((length) => length.toLocaleString("en")).join(" + ");
  const of = platform.limit === null ? "" : ` of ${platform.limit.toLocaleString("en")}`;
  return `${counted}${of} ${platform.unitName}`;
}
