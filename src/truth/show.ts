import type { Evidence, Statement, Verdict } from "./statement.ts";

/** What is shown of a statement: its verdict, or that it claims nothing. */
export type ShownVerdict = Verdict | "nothing";

/** A statement without details, such as a question, claims nothing that could be held against the story. */
export function shownVerdict({ verdict, details }: Statement): ShownVerdict {
  return verdict === "untraced" && details.length === 0 ? "nothing" : verdict;
}

/** The line of the story that is nearest, and those that details go back to. */
export function chooseEvidence({ evidence, details }: Statement): Evidence[] {
  const [nearest] = evidence;
  const told = details.flatMap(({ source, verdict }) => (source === null || verdict === "said" ? [] : [source]));
  const all = [...(nearest === undefined ? [] : [nearest]), ...told];
  return all.filter((each, index) => all.findIndex(({ text }) => text === each.text) === index);
}
