import { DICTIONARY, listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Part } from "./parts.ts";

/** Whose something is stands among so many parts in front. */
const FAR = 6;

/** Finds where those come from of whom a part speaks as "they" or "their", with nobody in front of it in the part itself. */
export function findOwners(parts: readonly Part[], at: number): Part | undefined {
  if (!speaksOfOwners(parts[at]?.text ?? "")) return undefined;
  return parts.slice(Math.max(0, at - FAR), at).findLast(({ text }) => namesOwners(text));
}

/** "their marketing manager", with nobody in front of it whose it could be. */
function speaksOfOwners(text: string): boolean {
  const words = lex(text).filter(({ kind }) => kind === "word");
  const at = words.findIndex(({ key }) => isOwner(key));
  return at > 0 && !words.slice(0, at).some(({ key }) => isSeveral(key));
}

function namesOwners(text: string): boolean {
  return lex(text).some(({ key }) => isOwner(key));
}

function isOwner(key: string): boolean {
  return listed("pluralOwners").get(key) === true;
}

function isSeveral(key: string): boolean {
  return (key.length > 3 && key.endsWith("s")) || DICTIONARY.scope.get(key) !== undefined;
}
