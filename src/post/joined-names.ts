import { foldLetters } from "../text/letters.ts";
import type { PrivateName } from "./private-names.ts";

/** Whether a hashtag or file name holds a private name: its words side by side, however they are joined. */
export function hasPrivateName(joined: string, { name }: PrivateName): boolean {
  const words = foldLetters(joined.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1 "))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const wanted = squeeze(name);
  for (let from = 0; from < words.length; from++) {
    let run = "";
    for (let to = from; to < words.length && run.length < wanted.length; to++) {
      run += words[to];
      if (run === wanted || run === `${wanted}s`) return true;
    }
  }
  // In small letters throughout, words run into one another: a name at either end is most likely meant.
  const whole = squeeze(joined);
  const isRunTogether = words.length === 1 && wanted.length >= 6;
  return isRunTogether && (whole.startsWith(wanted) || whole.endsWith(wanted));
}

/** The letters and digits of a text, run together. */
export function squeeze(text: string): string {
  return foldLetters(text)
    .replaceAll("&", "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
