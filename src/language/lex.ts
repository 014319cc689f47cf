import type { Token, TokenKind } from "./token.ts";

/**
 * Cuts a text into its tokens. Digits with their thousands and decimal marks are one number, letters with the digits and
 * apostrophes inside are one word (`EC2`, `don't`, `v2.3.1`); hyphens part words.
 */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  const mayHoldAddress = /:\/\/|www\.|@/i.test(text);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const end = isAsciiLetter(code) && !mayHoldAddress ? plainWordEnd(text, at) : -1;
    if (end > 0) {
      const own = text.slice(at, end);
      tokens.push({ kind: "word", text: own, key: own.toLowerCase(), start: at, end });
      at = end;
    } else {
      const token = (mayHoldAddress ? addressAt(text, at) : null) ?? tokenAt(text, at, code);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

/** How the lexicons spell a word: lower case, straight apostrophes, composed letters. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.normalize("NFC").replaceAll("’", "'") : lower;
}

function tokenOf(kind: TokenKind, text: string, start: number, end: number): Token {
  const own = text.slice(start, end);
  return { kind, text: own, key: keyOf(own), start, end };
}

function tokenAt(text: string, at: number, code: number): Token {
  if (isDigit(code)) return tokenOf("number", text, at, numberEnd(text, at));
  if (code === HASH) {
    const end = wordEnd(text, at + 1);
    return tokenOf(end > at + 1 ? "hashtag" : "punctuation", text, at, Math.max(end, at + 1));
  }
  if (isWordStart(text, at, code)) {
    const end = wordEnd(text, at);
    const isMoney = text[end] === "$" && /^(?:US|A|C|CA|NZ)$/.test(text.slice(at, end));
    return isMoney ? tokenOf("money", text, at, end + 1) : tokenOf("word", text, at, end);
  }
  return signAt(text, at, code);
}

/** The end of a word of plain letters; -1 where what is behind them may belong to it. */
function plainWordEnd(text: string, from: number): number {
  let at = from + 1;
  while (isAsciiLetter(text.charCodeAt(at))) at++;
  const behind = text.charCodeAt(at);
  return behind === SPACE || behind === COMMA || behind === POINT || at === text.length ? at : -1;
}

function signAt(text: string, at: number, code: number): Token {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if ("$€£¥₹₦₩₪₺".includes(character)) return tokenOf("money", text, at, at + 1);
  if ("%‰×°".includes(character)) return tokenOf("unit", text, at, at + 1);
  if (QUOTES.includes(character)) return tokenOf("quote", text, at, at + 1);
  if (code > 0x7f) {
    EMOJI.lastIndex = at;
    const emoji = EMOJI.exec(text);
    if (emoji !== null) return tokenOf("emoji", text, at, at + emoji[0].length);
  }
  SIGNS.lastIndex = at;
  const length = "-=.".includes(character) ? SIGNS.exec(text)?.[0].length : undefined;
  return tokenOf("punctuation", text, at, at + (length ?? character.length));
}

const QUOTES = "\"“”„«»‘’'‹›";
const EMOJI = /\p{Extended_Pictographic}(?:[\ufe0f\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*/uy;
/** Arrows of ASCII and dots are one sign. */
const SIGNS = /-{1,2}>|={1,2}>|\.{2,}|-{2,}/y;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]*\w/iy;

function addressAt(text: string, at: number): Token | null {
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(text)?.[0].replace(/[).,;:!?"”’»]+$/, "");
  return found === undefined ? null : tokenOf("address", text, at, at + found.length);
}

/** Thousands are parted by commas, apostrophes and narrow spaces in threes; points and commas may also be decimal marks. */
const GROUPED = /\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?/y;
const PLAIN = /\d+(?:[.,]\d+)*/y;

function numberEnd(text: string, at: number): number {
  for (const pattern of [GROUPED, PLAIN]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return at + found[0].length;
  }
  return at + 1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isWordPart(text, at, code)) at += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
    else if (isJoiner(text, at, code)) at++;
    else return at;
  }
}

/** An apostrophe between letters, and a point between the digits of a version, belong to their word. */
function isJoiner(text: string, at: number, code: number): boolean {
  if (code === 0x27 || code === 0x2019) return isLetter(text, at - 1) && isLetter(text, at + 1);
  return code === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

const SPACE = 0x20;
const NOT_ASCII = /[^\0-\x7f]/;
const HASH = 0x23;
const COMMA = 0x2c;
const POINT = 0x2e;
const LETTER = /[\p{L}\p{M}]/u;
const LETTER_OR_NUMBER = /[\p{L}\p{M}\p{N}]/u;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x202f || code === 0x200b;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? isAsciiLetter(code) : code >= 0x80 && LETTER.test(characterAt(text, at));
}

function isWordStart(text: string, at: number, code: number): boolean {
  return code < 0x80 ? isAsciiLetter(code) : LETTER_OR_NUMBER.test(characterAt(text, at));
}

function isWordPart(text: string, at: number, code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code) || isDigit(code);
  return code >= 0x80 && LETTER_OR_NUMBER.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}
