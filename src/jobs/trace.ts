import type { Bank } from "../bank/bank.ts";
import type { ReadableBank } from "../bank/readable-bank.ts";
import { UserError } from "../errors.ts";
import { addConfirmations, hasText, isSameText, readConfirmations } from "../post/confirmations.ts";
import type { Post, PostHead } from "../post/post.ts";
import { findPublished } from "../post/sections.ts";
import { quoteWord } from "../story/quote-word.ts";
import type { StoryReading } from "../story/reading.ts";
import { isHashtagLine } from "../text/hashtag-line.ts";
import { readPlainLines } from "../text/plain.ts";
import { confirmStatements, isUnsettled } from "../truth/confirm.ts";
import { holdAgainst } from "../truth/hold-against.ts";
import type { Detail, Statement } from "../truth/statement.ts";
import { readTemplateTexts } from "./template-texts.ts";
import { readToldStory } from "./told-story.ts";
import { refuseTooLong } from "./too-long.ts";

/** A post held against its story, statement by statement. */
export interface Trace {
  post: Post;
  story: StoryReading;
  statements: readonly Statement[];
}

/**
 * Holds a post against its story.
 *
 * @throws UserError where the post tells no story that can be read.
 */
export async function tracePost(bank: ReadableBank, head: PostHead): Promise<Trace> {
  const post = await bank.wholePost(head);
  refuseTooLong(post.path, post.body);
  if (post.story === null)
    throw new UserError(`${post.id} tells no story of the bank, so there is nothing to hold it against.`, {
      hint: `Name it with: storybank edit ${quoteWord(post.id)} --set story=STORY`,
    });
  const config = await bank.config();
  const story = readToldStory(await bank.wholeStoryById(post.story), config.private);
  if (story === null)
    throw new UserError(`The story of ${post.id}, ${post.story}, is not there or can't be read.`, {
      hint: "Correct story: in the post, or bring the story back with: storybank restore",
    });
  const frames = await readTemplateTexts(bank, config);
  return { post, story, statements: holdPost(post, bank.read(post.path) ?? "", story, frames) };
}

/** Holds a post, whose whole file is `text`, against its story as it tells it. */
export function holdPost(post: Post, text: string, story: StoryReading, frames: readonly string[]): Statement[] {
  const { markdown, firstLine } = findPublished(post);
  const lines = readPlainLines(markdown, { firstLine }).filter((line) => !isHashtagLine(line.text));
  const held = holdAgainst(story, lines, { text, frames });
  const statements = confirmStatements(held, readConfirmations(post.data.get("confirmed")));
  return statements.map((statement) => withOwnLine(statement, story));
}

/** A statement in the story's own words rests on the line that has them. */
function withOwnLine(statement: Statement, { lines, story }: StoryReading): Statement {
  if (statement.verdict !== "said" || statement.evidence.length > 0) return statement;
  const line = lines.find(({ text }) => hasText(text, statement.text));
  const isHook = line === undefined && hasText(story.hook ?? "", statement.text);
  if (line === undefined && !isHook) return statement;
  return { ...statement, evidence: [{ line: line?.line ?? null, text: statement.text }] };
}

/** What is left to look at, one after the other: a detail with the statement it stands in. */
export interface OpenDetail {
  statement: Statement;
  detail: Detail;
}

/** A statement without details, such as a question, claims nothing and is never open. */
export function findOpen(statements: readonly Statement[]): OpenDetail[] {
  return statements.flatMap((statement) =>
    statement.details.filter(({ verdict }) => isUnsettled(verdict)).map((detail) => ({ statement, detail })),
  );
}

export interface Confirmed {
  /** The sentences in which the words are confirmed now. */
  sentences: readonly string[];
  /** Where the words stand and are the story's own, or confirmed already. */
  settled: readonly Statement[];
}

/**
 * Keeps in a post's front matter that its author knows words of it to be true, in every sentence in which they are not the story's.
 *
 * @throws UserError for words that the post does not say.
 */
export async function confirmWords(
  bank: Bank,
  { post, statements }: Trace,
  words: string,
  because: string | null,
): Promise<Confirmed> {
  const known = readConfirmations(post.data.get("confirmed"));
  const holding = statements.filter(({ text }) => hasText(text, words));
  if (holding.length === 0)
    throw new UserError(`${post.id} does not say “${words}”.`, {
      hint: `See its words with: storybank trace ${quoteWord(post.id)}`,
    });
  const isKept = ({ text }: Statement): boolean =>
    known.some((each) => isSameText(each.words, words) && isSameText(each.sentence, text));
  const sentences = holding.filter((statement) => !isOwnWords(statement) && !isKept(statement)).map(({ text }) => text);
  if (sentences.length > 0)
    await bank.change(post.path, (data) => {
      const added = sentences.map((sentence) => ({ words, sentence: sentence.replace(/\s+/g, " "), because }));
      return new Map([["confirmed", addConfirmations(data.get("confirmed"), added)]]);
    });
  return { sentences, settled: holding.filter(({ text }) => !sentences.includes(text)) };
}

/** The story's own words need nobody's word. */
function isOwnWords({ verdict, details }: Statement): boolean {
  return verdict === "said" && details.length === 0;
}

/** Writes what certainly should stand there in the place of a detail. Returns false where the post has changed meanwhile. */
export async function correctDetail(bank: Bank, { post }: Trace, { start, end, text, fix }: Detail): Promise<boolean> {
  if (fix === null) return false;
  return bank.rewrite(post.path, (written) =>
    isSameText(written.slice(start, end), text) ? written.slice(0, start) + fix + written.slice(end) : written,
  );
}

/** The label below which a story keeps what was added from its posts. */
const ADDED_LABEL = "**Added from a post:**";

/** Adds a statement to the end of its story, as the author's own words. */
export async function addToStory(bank: Bank, { story }: Trace, { text }: Statement): Promise<boolean> {
  return bank.rewrite(story.story.path, (written) => withStatement(written, text));
}

/** A story's text with a statement at its end. */
export function withStatement(written: string, statement: string): string {
  const sentence = statement.replace(/\s+/g, " ").trim();
  const newline = written.includes("\r\n") ? "\r\n" : "\n";
  const body = written.trimEnd();
  const last = body.lastIndexOf(ADDED_LABEL);
  const below =
    last < 0
      ? []
      : body
          .slice(last + ADDED_LABEL.length)
          .split(/\r?\n/)
          .filter((line) => line.trim() !== "");
  const isOpenList = below.length > 0 && below.every((line) => line.startsWith("- "));
  const lead = isOpenList ? newline : `${newline}${newline}${ADDED_LABEL}${newline}`;
  return `${body}${lead}- ${sentence}${newline}`;
}
