import { foldLetters } from "../text/letters.ts";

/** A text as it is searched: small letters, no accents, and straight quotes and dashes for typographic ones. */
export function readSearchable(text: string): string {
  return plainSigns(foldLetters(text));
}

/** Each sign stands for one sign, so that places stay what they are. */
export function plainSigns(text: string): string {
  return text.replace(/[‘’ʼ“”„‐‑‒–—−]/g, (sign) => QUOTES[sign] ?? "-");
}

const QUOTES: Readonly<Record<string, string>> = { "‘": "'", "’": "'", ʼ: "'", "“": '"', "”": '"', "„": '"' };
