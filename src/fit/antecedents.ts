import { listed } from "../language/dictionary.ts";
import { lex } from "../language/lex.ts";
import type { Group, Part, Section } from "./parts.ts";
import type { Traits } from "./traits.ts";

/** A part where it stands, with the one in front of it. */
interface Place {
  section: Section;
  group: Group;
  index: number;
  own: Traits | undefined;
  previous: Part | null;
  namesIn: (text: string) => readonly string[];
}

/** The sentence that says who a part speaks of, where it goes back to nothing else. */
export function findAntecedent({ section, group, index, own, previous, namesIn }: Place): Part | undefined {
  if (own?.pointsToPerson === true) return findPerson(group.parts, index, namesIn);
  // What answers what somebody said leans on that.
  if (own?.isReply !== true || previous === null || IN_TALK.test(previous.text)) return undefined;
  const prose = section.groups.flatMap(({ kind, parts }) => (kind === "paragraph" || kind === "line" ? parts : []));
  const at = prose.indexOf(group.parts[index] as Part);
  return at < 0 ? undefined : findPerson(prose, at, namesIn);
}

/** What somebody said or asked. */
const IN_TALK = /[?"“”„«»]|^[–—]/u;

/**
 * Finds who "she" is, among the sentences in front: the nearest sentence in front that names somebody or their role, where all between
 * speak of the same person or of nobody. Those between can be left out.
 */
function findPerson(
  parts: readonly Part[],
  index: number,
  namesIn: (text: string) => readonly string[],
): Part | undefined {
  const own = pronounsIn(parts[index]?.text ?? "");
  for (let at = index - 1; at >= 0; at--) {
    const part = parts[at] as Part;
    if (namesIn(part.text).length > 0 || namesRole(part.text) || presents(part.text)) return part;
    if ([...pronounsIn(part.text)].some((pronoun) => !own.has(pronoun))) return undefined;
  }
  return undefined;
}

/** Of whom a text speaks by a pronoun: "she" for "she" and "her", "he" for the others. */
function pronounsIn(text: string): Set<"she" | "he"> {
  return new Set(
    lex(text)
      .filter(({ key }) => listed("personPronouns").get(key) === true)
      .map(({ key }) => (listed("shePronouns").get(key) === true ? "she" : "he")),
  );
}

function namesRole(text: string): boolean {
  return lex(text).some(({ kind, key }) => kind === "word" && listed("people").get(key) === true);
}

/** "Paolo, their technician, read the logs.": the name may stand nowhere else. */
function presents(text: string): boolean {
  const [, word = ""] = /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?, (\p{Ll}+) /u.exec(text) ?? [];
  return (["articles", "determiners", "relative"] as const).some((list) => listed(list).get(word) === true);
}
