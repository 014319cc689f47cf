import { widthOf } from "./width.ts";

/** Words that stay together, and the spaces in front of them. */
interface Piece {
  gap: string;
  text: string;
}

/**
 * Breaks a text between words into lines of at most so many columns. Words that are longer stay whole, and so does a command to
 * copy: it goes onto a line of its own where it does not fit behind its words.
 */
export function wrapText(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => (widthOf(line) <= columns ? [line] : wrapLine(line, columns)));
}

/** The same as one text. */
export function fitText(text: string, columns: number): string {
  return columns === Number.POSITIVE_INFINITY ? text : wrapText(text, columns).join("\n");
}

function wrapLine(line: string, columns: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = "";
  for (const { gap, text } of piecesOf(line.slice(indent.length))) {
    if (current !== "" && widthOf(indent + current + gap + text) > columns) {
      lines.push(indent + current);
      current = text;
    } else current += current === "" ? text : gap + text;
  }
  return [...lines, indent + current];
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let isCommand = false;
  for (const [, gap = "", text = "", next = ""] of line.matchAll(/( *)(\S+)(?= *(\S*))/g)) {
    const last = pieces.at(-1);
    const begins = text === PROGRAM && last?.text.endsWith("|") !== true && /^(?:[a-z]+|--[a-z]+)\b/.test(next);
    if (isCommand && !begins && last !== undefined && gap.length < REMARK.length) last.text += gap + text;
    else {
      pieces.push({ gap, text });
      isCommand = begins;
    }
    if (/[,;]$/.test(text)) isCommand = false;
  }
  return pieces;
}

/** A command runs from the program's name to the end of its line, to a comma, or to the three spaces in front of a remark. */
const PROGRAM = "storybank";
const REMARK = "   ";
