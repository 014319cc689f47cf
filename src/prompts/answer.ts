import type { Key } from "./keys.ts";

/** An answer while it is written, with the place of the cursor in it. */
export interface Answer {
  text: string;
  at: number;
}

const segmenter = new Intl.Segmenter();

/** The characters of a line as one sees them: a letter with its accents is one, and so is a joined emoji. */
export function graphemesOf(line: string): string[] {
  return /^[ -~]*$/.test(line) ? line.split("") : [...segmenter.segment(line)].map(({ segment }) => segment);
}

function insert({ text, at }: Answer, more: string): Answer {
  return { text: text.slice(0, at) + more + text.slice(at), at: at + more.length };
}

/** The answer after a key; null for keys that don't write. Enter, up and down are for the prompt to decide. */
export function edit(answer: Answer, key: Key): Answer | null {
  if (key.kind !== "key") return insert(answer, key.text);
  const { text, at } = answer;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  switch (key.name) {
    case "tab":
      return insert(answer, "\t");
    case "line-break":
      return insert(answer, "\n");
    case "backspace":
      return cut(text, stepBack(text, at), at);
    case "delete":
    case "end-of-input":
      return cut(text, at, stepOn(text, at));
    case "delete-word":
      return cut(text, wordBack(text, at), at);
    case "delete-to-start":
      return cut(text, lineStart, at);
    case "delete-to-end":
      return cut(text, at, lineEnd);
    case "left":
      return { text, at: stepBack(text, at) };
    case "right":
      return { text, at: stepOn(text, at) };
    case "word-left":
      return { text, at: wordBack(text, at) };
    case "word-right":
      return { text, at: at + (/^[^\p{L}\p{N}]*[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0) };
    case "home":
      return { text, at: lineStart };
    case "end":
      return { text, at: lineEnd };
    default:
      return null;
  }
}

function cut(text: string, from: number, to: number): Answer {
  return { text: text.slice(0, from) + text.slice(to), at: from };
}

function stepBack(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return Math.max(0, at - (graphemesOf(line).at(-1)?.length ?? 1));
}

function stepOn(text: string, at: number): number {
  const [line = ""] = text.slice(at).split("\n", 1);
  return Math.min(text.length, at + (graphemesOf(line)[0]?.length ?? 1));
}

function wordBack(text: string, at: number): number {
  return at - (/[\p{L}\p{M}\p{N}]*[^\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? 0);
}

/** The key's name; null for text. */
export function nameOf(key: Key): string | null {
  return key.kind === "key" ? key.name : null;
}

/** Whether a key ends the question without an answer: Ctrl-C, or the end of the input where nothing is written. */
export function isGivenUp(name: string | null, written: string): boolean {
  return name === "cancel" || (name === "end-of-input" && written === "");
}
