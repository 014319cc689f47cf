import { isList, isMap, type Value } from "../front-matter/values.ts";
import { readText } from "../story/schema.ts";
import { isSamePerson } from "./person.ts";

/** Somebody's word that they have read a post and that it may go out. */
export interface Approval {
  by: string;
  /** `YYYY-MM-DD`, as it is written; null where it is missing. */
  date: string | null;
  /** The mark of the text they read: it stands for that text alone. */
  text: string;
}

/** Reads a post's `approved:`; an entry that says nothing of who, or of which text, approves nothing. */
export function readApprovals(value: Value | undefined): Approval[] {
  if (!isList(value)) return [];
  return value.flatMap((item): Approval[] => {
    if (!isMap(item)) return [];
    const [by, text] = [readText(item.get("by")), readText(item.get("text"))];
    return by === null || text === null ? [] : [{ by, date: readText(item.get("date")), text }];
  });
}

/** Adds an approval to those of a post; it takes the place of an older one of the same person. */
export function addApproval(value: Value | undefined, { by, date, text }: Approval): Value[] {
  const pairs: [string, string][] = [
    ["by", by],
    ...(date === null ? [] : [["date", date] as [string, string]]),
    ["text", text],
  ];
  return [...withoutApprovalOf(value, by), new Map(pairs)];
}

/** The approvals of a post without those of a person; entries that can't be read stay. */
export function withoutApprovalOf(value: Value | undefined, person: string): Value[] {
  return isList(value) ? value.filter((item) => !readApprovals([item]).some(({ by }) => isSamePerson(by, person))) : [];
}
