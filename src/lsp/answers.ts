import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  SymbolKind,
} from "vscode-languageserver";
import { explainPlace } from "../jobs/editor/explain.ts";
import { findDefinition } from "../jobs/editor/find-definition.ts";
import { findReferences } from "../jobs/editor/find-references.ts";
import { measurePost } from "../jobs/editor/measure-post.ts";
import { type OfferedAction, offerActions } from "../jobs/editor/offer-actions.ts";
import { findFolds, type OutlinePart, outlineFile } from "../jobs/editor/outline-file.ts";
import { type SuggestOptions, suggestFor } from "../jobs/editor/suggest.ts";
import { visibleLine } from "../render/visible.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { OpenedFile } from "./open-banks.ts";
import { type EditOptions, locationOf, rangeIn, uriOf, workspaceEdit } from "./places.ts";
import { wordExplanation, wordMark } from "./words.ts";

export async function answerHover(opened: OpenedFile, at: Position, takesMarkdown: boolean): Promise<Hover | null> {
  const { bank, document, file } = opened;
  const explanation = await explainPlace(bank.live, file, document.offsetAt(at));
  if (explanation === null) return null;
  return { contents: wordExplanation(explanation, takesMarkdown), range: rangeIn(document, explanation) };
}

export async function answerDefinition({ bank, document, file }: OpenedFile, at: Position): Promise<Location | null> {
  const place = await findDefinition(bank.live, file, document.offsetAt(at));
  return place === null ? null : locationOf(bank, place);
}

export async function answerReferences({ bank, document, file }: OpenedFile, at: Position): Promise<Location[]> {
  return (await findReferences(bank.live, file, document.offsetAt(at))).map((place) => locationOf(bank, place));
}

const SYMBOLS = {
  beat: SymbolKind.Struct,
  section: SymbolKind.Namespace,
  statement: SymbolKind.String,
  key: SymbolKind.Key,
} as const;

export async function answerSymbols({ bank, document, file }: OpenedFile): Promise<DocumentSymbol[]> {
  const symbolOf = ({ kind, name, about, start, end, nameStart, nameEnd, parts }: OutlinePart): DocumentSymbol => ({
    name: visibleLine(name) || kind,
    detail: visibleLine(about),
    kind: SYMBOLS[kind],
    range: rangeIn(document, { start, end }),
    selectionRange: rangeIn(document, { start: nameStart, end: nameEnd }),
    children: parts.map(symbolOf),
  });
  return (await outlineFile(bank.live, file)).map(symbolOf);
}

export function answerFolds({ file }: OpenedFile): FoldingRange[] {
  return findFolds(file).map(({ from, to, isNotes }) => ({
    startLine: from - 1,
    endLine: to - 1,
    kind: isNotes ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
  }));
}

export async function answerHints({ bank, document, file }: OpenedFile, range: Range): Promise<InlayHint[]> {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return (await measurePost(bank.live, file))
    .filter(({ at }) => at >= from && at <= to)
    .map((mark) => ({ position: document.positionAt(mark.at), label: wordMark(mark), paddingLeft: true }));
}

const ITEMS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  figure: CompletionItemKind.Constant,
} as const;

export async function answerCompletion(
  { bank, document, file }: OpenedFile,
  at: Position,
  options: SuggestOptions,
): Promise<CompletionItem[]> {
  const found = await suggestFor(bank.live, file, document.offsetAt(at), options);
  return found.map(({ kind, value, about, text, start, end }, index) => ({
    label: visibleLine(value),
    ...(about === "" ? {} : { detail: visibleLine(about) }),
    kind: ITEMS[kind],
    filterText: kind === "value" ? `${value} ${about}` : value,
    sortText: String(index).padStart(6, "0"),
    textEdit: { range: rangeIn(document, { start, end }), newText: text },
  }));
}

/** The command that shows where something is left to be typed; editors send it back to us. */
export const GO_ON = "storybank.goOn";

export async function answerActions(
  opened: OpenedFile,
  range: Range,
  options: EditOptions & { docsDir: string },
): Promise<CodeAction[]> {
  const { bank, document, file } = opened;
  const stretch = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const offered = await offerActions(bank.live, file, stretch, await opened.findings());
  return offered.map((action) => ({
    title: visibleLine(action.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: action.settles.map((finding) => diagnosticOf(opened, finding, options.docsDir)),
    ...(action.isPreferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(bank, [action.edit], options),
    ...goingOn(opened, action),
  }));
}

function goingOn({ bank }: OpenedFile, { title, goOn }: OfferedAction): Pick<CodeAction, "command"> {
  if (goOn === null) return {};
  return { command: { title: visibleLine(title), command: GO_ON, arguments: [uriOf(bank, goOn.path), goOn.start] } };
}
