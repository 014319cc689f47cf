import { decisionOf } from "../../post/name-register.ts";
import { quoteWord } from "../../story/quote-word.ts";
import { findLineNames, type LineName } from "../../text/line-names.ts";
import { lineStarts, locateLine } from "../../truth/place.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

/** A person or company in a post of whom nobody has decided whether it may be named. */
export const undecidedName: Rule<PostSubject> = {
  id: "undecided-name",
  level: "warning",
  about: "a person or company that nobody has decided on",
  find({ lines, text, register }) {
    const undecided = new Map<string, LineName>();
    for (const found of findLineNames(lines)) {
      if ((found.kind !== "person" && found.kind !== "company") || undecided.has(found.name)) continue;
      if (decisionOf(found.name, register).decided === "undecided") undecided.set(found.name, found);
    }
    const names = [...undecided.keys()];
    const [first] = undecided.values();
    if (first === undefined) return [];
    // Where nobody has ever decided, once is enough, and it is no more than advice.
    if (register.public === null) return [{ ...findingOf(names, first, text), level: "advice" }];
    return [...undecided].map(([name, found]) => findingOf([name], found, text));
  },
};

function findingOf(names: readonly string[], { line, start, end }: LineName, text: string): Found {
  const [first = ""] = names;
  const list = names.length === 1 ? first : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return {
    line: line.line,
    message: `Nobody has decided whether posts may name ${list}.`,
    remedy: `storybank names keep ${quoteWord(first)}   or storybank names hide ${quoteWord(first)} --as ALIAS`,
    excerpt: excerptOf(line.text, start),
    ...locateLine(line, text, lineStarts(text))(start, end),
  };
}
