import { StringDecoder } from "node:string_decoder";

type KeyName =
  | "enter"
  | "line-break"
  | "tab"
  | "backspace"
  | "delete"
  | "delete-word"
  | "delete-to-start"
  | "delete-to-end"
  | "left"
  | "right"
  | "word-left"
  | "word-right"
  | "up"
  | "down"
  | "page-up"
  | "page-down"
  | "home"
  | "end"
  | "cancel"
  | "end-of-input"
  | "suspend"
  | "unknown";

/** What a terminal sends: text that was typed, text that was pasted (its line ends are line feeds), or a key. */
export type Key =
  | { kind: "text"; text: string }
  | { kind: "paste"; text: string }
  | { kind: "key"; name: KeyName; raw: string };

export interface KeyReader {
  read(chunk: Buffer): Key[];
  /** What an escape sequence has begun with and may go on: a lone Esc, more than that, or nothing. */
  unfinished(): "escape" | "sequence" | null;
  /** Takes what is unfinished for all there is: a lone Esc is the key, half a sequence is nothing. */
  giveUp(): Key[];
}

const ESC = "\u001b";
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
const CTRL_C = "\u0003";

/** Control characters, and escape sequences without their Esc, as xterm, rxvt, the Linux console and Windows Terminal send them. */
const NAMES: Readonly<Record<string, KeyName>> = {
  "\r": "enter",
  "\n": "enter",
  "\r\n": "enter",
  "\t": "tab",
  "\u007f": "backspace",
  "\b": "backspace",
  "\u0001": "home",
  "\u0002": "left",
  "\u0003": "cancel",
  "\u0004": "end-of-input",
  "\u0005": "end",
  "\u0006": "right",
  "\u000b": "delete-to-end",
  "\u000e": "down",
  "\u0010": "up",
  "\u0015": "delete-to-start",
  "\u0017": "delete-word",
  "\u001a": "suspend",
};

const SEQUENCES: Readonly<Record<string, KeyName>> = {
  "": "cancel",
  "\r": "line-break",
  "\n": "line-break",
  "\u007f": "delete-word",
  b: "word-left",
  f: "word-right",
  "[A": "up",
  "[B": "down",
  "[C": "right",
  "[D": "left",
  OA: "up",
  OB: "down",
  OC: "right",
  OD: "left",
  "[H": "home",
  "[F": "end",
  OH: "home",
  OF: "end",
  "[1~": "home",
  "[4~": "end",
  "[7~": "home",
  "[8~": "end",
  "[3~": "delete",
  "[5~": "page-up",
  "[6~": "page-down",
  "[1;5D": "word-left",
  "[1;5C": "word-right",
  "[1;3D": "word-left",
  "[1;3C": "word-right",
};

const TEXT = /^[^\0-\x1f\x7f]+/;
const SEQUENCE = /^\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[@-~]|[^[O\x1b])/;
const BEGUN = /^\x1b(?:\[[0-?]*[ -/]*|\[\[|O)?$/;

/** Reads keys out of chunks of bytes, which may end anywhere: in the middle of a character, a sequence or a paste. */
export function createKeyReader(): KeyReader {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let isInPaste = false;

  function readPaste(keys: Key[]): boolean {
    const end = rest.indexOf(PASTE_END);
    const until = end < 0 ? rest.length - heldBack(rest) : end;
    // A file with NUL in it could not be read again.
    const text = rest.slice(0, until).replace(/\r\n?/g, "\n").replaceAll("\0", "");
    if (text !== "") keys.push({ kind: "paste", text });
    rest = rest.slice(end < 0 ? until : end + PASTE_END.length);
    isInPaste = end < 0;
    return end >= 0;
  }

  function readKey(keys: Key[]): boolean {
    if (rest.startsWith(PASTE_START)) {
      rest = rest.slice(PASTE_START.length);
      isInPaste = true;
      return true;
    }
    const text = TEXT.exec(rest)?.[0];
    if (text !== undefined) {
      keys.push({ kind: "text", text });
      rest = rest.slice(text.length);
      return true;
    }
    if (BEGUN.test(rest)) return false;
    const isSequence = rest.startsWith(ESC);
    const plain = rest.startsWith("\r\n") ? "\r\n" : rest.charAt(0);
    const raw = isSequence ? (SEQUENCE.exec(rest)?.[0] ?? ESC) : plain;
    const name = isSequence ? SEQUENCES[raw.slice(1)] : NAMES[raw];
    keys.push({ kind: "key", name: name ?? "unknown", raw });
    rest = rest.slice(raw.length);
    return true;
  }

  return {
    read(chunk) {
      const text = decoder.write(chunk);
      const keys: Key[] = [];
      // Somebody gives up a paste whose end never came.
      if (isInPaste && text === CTRL_C) return [{ kind: "key", name: "cancel", raw: CTRL_C }];
      rest += text;
      while (rest !== "" && (isInPaste ? readPaste(keys) : readKey(keys)));
      return keys;
    },
    unfinished() {
      if (isInPaste || rest === "") return null;
      return rest === ESC ? "escape" : "sequence";
    },
    giveUp() {
      const isEscape = !isInPaste && rest === ESC;
      if (!isInPaste) rest = "";
      return isEscape ? [{ kind: "key", name: "cancel", raw: ESC }] : [];
    },
  };
}

/** How much at the end of a piece of a paste may belong to what comes next: the mark of its end, or a CR before its LF. */
function heldBack(piece: string): number {
  for (let length = Math.min(PASTE_END.length - 1, piece.length); length > 0; length--)
    if (PASTE_END.startsWith(piece.slice(-length))) return length;
  return piece.endsWith("\r") ? 1 : 0;
}

/**
 * Takes keys that came at once for a paste where lines follow on lines, as terminals without bracketed paste send it. One
 * line with its Enter is typed; so are Enters alone.
 */
export function joinPastes(keys: readonly Key[]): Key[] {
  const joined: Key[] = [];
  let run: Key[] = [];
  const endRun = (): void => {
    const firstBreak = run.findIndex(isEnter);
    const isPaste = firstBreak >= 0 && run.slice(firstBreak).some((key) => key.kind === "text");
    if (isPaste) joined.push({ kind: "paste", text: run.map(writtenAs).join("").replace(/\r\n?/g, "\n") });
    else joined.push(...run);
    run = [];
  };
  for (const key of keys) {
    if (key.kind === "text" || isEnter(key) || (key.kind === "key" && key.name === "tab")) run.push(key);
    else {
      endRun();
      joined.push(key);
    }
  }
  endRun();
  return joined;
}

function isEnter(key: Key): boolean {
  return key.kind === "key" && key.name === "enter";
}

function writtenAs(key: Key): string {
  return key.kind === "key" ? key.raw : key.text;
}
