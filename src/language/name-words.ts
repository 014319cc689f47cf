import { isListed } from "./dictionary.ts";

/** Whether a word with a capital is none that names. */
export function isNoName(key: string): boolean {
  return isListed("peoples", key) || isOpener(key);
}

/** Whether a word begins sentences as a word of grammar does. */
export function isOpener(key: string): boolean {
  return OPENERS.some((list) => isListed(list, key));
}

const OPENERS = [
  "sentenceOpeners",
  "grammar",
  "common",
  "negation",
  "leaning",
  "verbs",
  "imperatives",
  "vague",
  "firstPerson",
] as const;

/** Whether a word in front of a name tells that it is a person's. */
export function leadsPerson(key: string): boolean {
  return isListed("personLeads", key) || (isListed("people", key) && !isListed("companyLeads", key));
}
