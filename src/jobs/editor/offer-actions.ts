import { CONFIG_FILE } from "../../bank/find.ts";
import type { LiveBank } from "../../bank/live-bank.ts";
import type { Finding, Fix } from "../../check/finding.ts";
import { RULES } from "../../check/rules.ts";
import { editFrontMatter } from "../../front-matter/edit.ts";
import { placeEntries } from "../../front-matter/entry-places.ts";
import { FrontMatterError } from "../../front-matter/values.ts";
import { addConfirmations } from "../../post/confirmations.ts";
import { decisionOf } from "../../post/name-register.ts";
import { findPrivateNames } from "../../post/private-names.ts";
import { readTextMap } from "../../story/schema.ts";
import { findLineNames } from "../../text/line-names.ts";
import { isUnsettled } from "../../truth/confirm.ts";
import { lineStarts, locateLine } from "../../truth/place.ts";
import type { Detail, Statement } from "../../truth/statement.ts";
import { type NameDecision, withDecision } from "../names.ts";
import { findOpen, withStatement } from "../trace.ts";
import { editBetween, type FileEdit } from "./file-edit.ts";
import { type FilePlace, type OpenFile, type OpenPost, readOpenPost } from "./open-file.ts";

/** What can be done about a stretch of a file. */
export interface OfferedAction {
  kind: "write" | "confirm" | "add" | "turn-off" | "name";
  /** The words or rule that it is about, and what is done with them. */
  title: string;
  edit: FileEdit;
  /** It is what most people would do. */
  isPreferred: boolean;
  /** The findings that it settles. */
  settles: readonly Finding[];
  /** Where something is left to be typed, once it is done. */
  goOn: FilePlace | null;
}

/** Offers what can be done about a stretch of a story or post, of which `findings` are all there are. */
export async function offerActions(
  bank: LiveBank,
  file: OpenFile,
  range: { start: number; end: number },
  findings: readonly Finding[],
): Promise<OfferedAction[]> {
  const near = findings.filter((finding) => touches(finding, range));
  const open = file.kind === "post" ? await readOpenPost(bank, file) : null;
  const details = findOpen(open?.statements ?? []).filter(({ detail }) => touches(detail, range));
  return [
    ...near.flatMap((finding) => writeActions(file, finding)),
    ...details.flatMap(({ statement, detail }) => confirmActions(file, statement, detail, near)),
    ...(open === null
      ? []
      : addActions(
          bank,
          open,
          details.map(({ statement }) => statement),
          near,
        )),
    ...(open === null ? [] : await nameActions(bank, file, open, range, near)),
    ...turnOffActions(file, near),
  ];
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start <= b.end && b.start <= a.end;
}

type Offer = Omit<OfferedAction, "edit" | "isPreferred" | "goOn"> & Partial<Pick<OfferedAction, "isPreferred">>;

/** An action that makes one text of another; none where nothing changes, or where it can't be changed safely. */
function changing(path: string, before: string, change: () => string, offer: Offer): OfferedAction[] {
  try {
    const edit = editBetween(path, before, change());
    return edit === null ? [] : [{ isPreferred: false, ...offer, edit, goOn: null }];
  } catch (error) {
    if (error instanceof FrontMatterError) return [];
    throw error;
  }
}

function writeActions({ path, text }: OfferedFile, finding: Finding): OfferedAction[] {
  const certain = finding.fix === null ? [] : [finding.fix];
  const offered = [...certain, ...(finding.instead ?? [])];
  const isNew = (fix: Fix, index: number): boolean => offered.findIndex((other) => other.text === fix.text) === index;
  return offered.filter(isNew).map((fix, index) => ({
    kind: "write",
    title: wordWriting(text.slice(fix.start, fix.end), fix.text),
    edit: { path, ...fix },
    isPreferred: index === 0,
    settles: [finding],
    goOn: null,
  }));
}

type OfferedFile = Pick<OpenFile, "path" | "text">;

function wordWriting(before: string, after: string): string {
  return after === "" ? `Take out “${short(before)}”` : `Write “${short(after)}” for “${short(before)}”`;
}

/** A title of an action is one short line. */
const LONGEST_QUOTE = 48;

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).replace(/\s\S*$/, "")}…`;
}

function confirmActions(
  { path, text }: OfferedFile,
  statement: Statement,
  detail: Detail,
  near: readonly Finding[],
): OfferedAction[] {
  if (!isUnsettled(detail.verdict)) return [];
  const settles = near.filter((finding) => touches(finding, detail));
  const words = detail.text.replace(/\s+/g, " ");
  const confirmed = (because: string | null): string =>
    editFrontMatter(text, (data) => {
      const added = { words, sentence: statement.text.replace(/\s+/g, " "), because };
      return new Map([["confirmed", addConfirmations(data.get("confirmed"), [added])]]);
    });
  const named = `Confirm “${short(words)}”: you know better than the story`;
  const reasoned = changing(path, text, () => confirmed(""), {
    kind: "confirm",
    title: `${named}, and say why`,
    settles,
  });
  return [
    ...changing(path, text, () => confirmed(null), { kind: "confirm", title: named, settles }),
    ...reasoned.map((action) => ({ ...action, goOn: reasonIn(path, confirmed("")) })),
  ];
}

/** Where the reason of the last confirmation is to be typed. */
function reasonIn(path: string, text: string): FilePlace {
  const keys = placeEntries(text, false).filter(({ keys }) => keys.join(".") === "confirmed.because");
  const last = keys.at(-1);
  const quotes = last === undefined ? 0 : text.indexOf('""', last.keyEnd) + 1;
  return { path, start: quotes, end: quotes };
}

function addActions(
  bank: LiveBank,
  { story }: OpenPost,
  statements: readonly Statement[],
  near: readonly Finding[],
): OfferedAction[] {
  if (story === null) return [];
  const { path, title } = story.story;
  const before = bank.read(path);
  if (before === null) return [];
  return [...new Set(statements)].flatMap((statement) =>
    changing(path, before, () => withStatement(before, statement.text), {
      kind: "add",
      title: `Add “${short(statement.text)}” to the story ${title}`,
      settles: near.filter((finding) => touches(finding, statement)),
    }),
  );
}

async function nameActions(
  bank: LiveBank,
  { text }: OfferedFile,
  { lines }: OpenPost,
  range: { start: number; end: number },
  near: readonly Finding[],
): Promise<OfferedAction[]> {
  const config = await bank.config();
  const before = bank.read(CONFIG_FILE) ?? "";
  const starts = lineStarts(text);
  const register = [...config.private, ...(config.public ?? []).map((name) => ({ name, alias: null }))];
  const known = lines.flatMap((line) => findPrivateNames(line.text, register).map((name) => ({ ...name, line })));
  const named = [...known, ...findLineNames(lines)].filter(({ line, start, end }) =>
    touches(locateLine(line, text, starts)(start, end), range),
  );
  const settles = near.filter(({ rule }) => rule === "undecided-name" || rule === "private-name");
  const decide = (decision: NameDecision, title: string): OfferedAction[] =>
    changing(CONFIG_FILE, before, () => withDecision(before, config, decision), { kind: "name", title, settles });
  return [...new Set(named.map(({ name }) => name))].flatMap((name) => {
    const { decided } = decisionOf(name, config);
    return [
      ...(decided === "public" ? [] : decide({ name, decided: "public" }, `Let posts name ${name}`)),
      ...(decided === "private" || decided === "alias"
        ? []
        : decide({ name, decided: "private", alias: null }, `Keep ${name} out of posts`)),
    ];
  });
}

function turnOffActions({ path, text, kind }: OpenFile, near: readonly Finding[]): OfferedAction[] {
  if (kind !== "post" && kind !== "story") return [];
  const known = new Set(RULES.map(({ id }) => id));
  const rules = [...new Set(near.map(({ rule }) => rule))].filter(
    (rule) => known.has(rule) && rule !== "unreadable" && rule !== "unknown-rule",
  );
  return rules.flatMap((rule) => {
    const change = (): string =>
      editFrontMatter(
        text,
        (data) => new Map([["check", new Map([...readTextMap(data.get("check")), [rule, "off"]])]]),
      );
    const settles = near.filter((finding) => finding.rule === rule);
    return changing(path, text, change, { kind: "turn-off", title: `Turn ${rule} off in this ${kind}`, settles });
  });
}
