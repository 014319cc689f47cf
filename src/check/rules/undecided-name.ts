import { decisionOf } from "../../post/name-register.ts";
import { quoteWord } from "../../story/quote-word.ts";
import type { Line } from "../../text/line.ts";
import { findLineNames } from "../../text/line-names.ts";
import { excerptOf, type Found, type PostSubject, type Rule } from "../rule.ts";

/** A person or company in a post of whom nobody has decided whether it may be named. */
export const undecidedName: Rule<PostSubject> = {
  id: "undecided-name",
  level: "warning",
  about: "a person or company that nobody has decided on",
  find({ lines, register }) {
    const undecided = new Map<string, { line: Line; start: number }>();
    for (const { name, kind, line, start } of findLineNames(lines)) {
      if ((kind !== "person" && kind !== "company") || undecided.has(name)) continue;
      if (decisionOf(name, register).decided === "undecided") undecided.set(name, { line, start });
    }
    const found = [...undecided].map(([name, { line, start }]) => ({ name, line, start }));
    if (register.public !== null) return found.map((each) => findingOf([each.name], each));
    // Where nobody has ever decided, once is enough, and it is no more than advice.
    const [first] = found;
    if (first === undefined) return [];
    return [
      {
        ...findingOf(
          found.map(({ name }) => name),
          first,
        ),
        level: "advice",
      },
    ];
  },
};

function findingOf(names: readonly string[], { line, start }: { line: Line; start: number }): Found {
  const [first = ""] = names;
  const list = names.length === 1 ? first : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return {
    line: line.line,
    message: `Nobody has decided whether posts may name ${list}.`,
    remedy: `storybank names keep ${quoteWord(first)}   or storybank names hide ${quoteWord(first)} --as ALIAS`,
    excerpt: excerptOf(line.text, start),
  };
}
