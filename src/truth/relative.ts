import { listed } from "../language/dictionary.ts";
import type { Token } from "../language/token.ts";
import type { Passage } from "./passage.ts";

/** "the man I warned trains the newcomers" */
export function isOfNoun({ tokens }: Passage, at: number): boolean {
  const [article, noun] = [tokens[at - 2], tokens[at - 1]];
  return article?.key === "the" && noun?.kind === "word" && listed("people").get(noun.key) === true;
}

/** "The one I have now": what "I" does there is said of the one. */
export function isRelative(before: Token | undefined): boolean {
  return before?.key === "one" || before?.key === "ones" || before?.key === "thing" || before?.key === "things";
}

/** "When I did, the answer took two days": the comma ends what "I" does. */
export function isSubordinate({ tokens }: Passage, subject: number): boolean {
  const before = tokens[subject - 1]?.key ?? "";
  return listed("clauseStarts").get(before) === true && !/^(?:who|which|that)$/.test(before);
}
