import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  PositionEncodingKind,
  RenameFile,
  ResponseError,
  TextDocumentSyncKind,
  type TextDocuments,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { UserError } from "../errors.ts";
import { editsForMoves, findRenamable, renameOpen } from "../jobs/editor/rename-open.ts";
import { VERSION } from "../version.ts";
import {
  answerActions,
  answerCompletion,
  answerDefinition,
  answerFolds,
  answerHints,
  answerHover,
  answerReferences,
  answerSymbols,
  GO_ON,
} from "./answers.ts";
import { type OpenBanks, type OpenedFile, pathIn, pathOfUri } from "./open-banks.ts";
import { rangeIn, uriOf, workspaceEdit } from "./places.ts";

export interface RequestOptions {
  banks: OpenBanks;
  documents: TextDocuments<TextDocument>;
  docsDir: string;
  today(): string;
  onBug(error: unknown): void;
}

const CAPABILITIES: InitializeResult["capabilities"] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  inlayHintProvider: true,
  completionProvider: { triggerCharacters: [" ", ":", "[", ",", "$", "€", "£", ..."0123456789"] },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: [GO_ON] },
  workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: "**/{stories,posts}/**/*.md" } }] } } },
};

/** Answers the editor's requests; a file of no bank gets nothing. */
export function handleRequests(connection: Connection, options: RequestOptions): void {
  const { banks, documents, docsDir, today } = options;
  let client: ClientCapabilities = {};
  const takesMarkdown = (): boolean =>
    client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
  const editOptions = () => ({
    versionOf: (uri: string): number | null => documents.get(uri)?.version ?? null,
    takesVersions: client.workspace?.workspaceEdit?.documentChanges === true,
  });
  /** Answers what an editor asks of its own accord: where there is nothing to say, or it can't be said just now, with nothing. */
  const answer =
    <Params extends { textDocument: { uri: string } }, T, None extends T>(
      none: None,
      make: (opened: OpenedFile, params: Params) => T | Promise<T>,
    ) =>
    async (params: Params): Promise<T | ResponseError> => {
      const opened = banks.fileOf(params.textDocument.uri);
      if (opened === null) return none;
      const made = await guard(() => make(opened, params));
      return made instanceof ResponseError && made.code === LSPErrorCodes.RequestFailed ? none : made;
    };
  /** A refusal is told in its own words, and what is no refusal is a bug, which goes into the log. */
  const guard = async <T>(make: () => T | Promise<T>): Promise<T | ResponseError> => {
    try {
      return await make();
    } catch (error) {
      if (error instanceof UserError)
        return new ResponseError(LSPErrorCodes.RequestFailed, [error.message, error.hint].filter(Boolean).join(" "));
      options.onBug(error);
      return new ResponseError(ErrorCodes.InternalError, "This is a bug in storybank; its log says more.");
    }
  };

  connection.onInitialize(({ capabilities }) => {
    client = capabilities;
    return { capabilities: CAPABILITIES, serverInfo: { name: "storybank", version: VERSION } };
  });
  connection.onHover(answer(null, (opened, { position }) => answerHover(opened, position, takesMarkdown())));
  connection.onDefinition(answer(null, (opened, { position }) => answerDefinition(opened, position)));
  connection.onReferences(answer([], (opened, { position }) => answerReferences(opened, position)));
  connection.onDocumentSymbol(answer([], (opened) => answerSymbols(opened)));
  connection.onFoldingRanges(answer([], (opened) => answerFolds(opened)));
  connection.languages.inlayHint.on(answer([], (opened, { range }) => answerHints(opened, range)));
  connection.onCompletion(
    answer([], (opened, { position, context }) =>
      answerCompletion(opened, position, { today: today(), typed: context?.triggerCharacter ?? null }),
    ),
  );
  connection.onCodeAction(
    answer([], (opened, { range, context: { only } }) =>
      only === undefined || only.includes(CodeActionKind.Empty) || only.includes(CodeActionKind.QuickFix)
        ? answerActions(opened, range, { ...editOptions(), docsDir })
        : [],
    ),
  );
  connection.onPrepareRename(
    answer(null, ({ document, file }, { position }) => {
      const found = findRenamable(file, document.offsetAt(position));
      return found === null ? null : { range: rangeIn(document, found), placeholder: found.id };
    }),
  );
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const opened = banks.fileOf(textDocument.uri);
    return opened === null ? null : guard(() => rename(opened, position, newName));
  });
  const rename = async (
    { bank, document, file }: OpenedFile,
    position: Position,
    newName: string,
  ): Promise<WorkspaceEdit | null> => {
    const found = findRenamable(file, document.offsetAt(position));
    if (found === null)
      throw new UserError("There is no name of a story or post here.", {
        hint: "Rename from story: of a post, or from a title.",
      });
    const canRename = client.workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true;
    if (!canRename)
      throw new UserError("Your editor does not rename files for a server.", {
        hint: `Use: storybank mv ${found.id} ${newName}`,
      });
    const moved = renameOpen(bank.live, found, newName);
    if (moved === null) return null;
    const { documentChanges = [] } = workspaceEdit(bank, moved.edits, { ...editOptions(), takesVersions: true });
    const move = RenameFile.create(uriOf(bank, moved.from), uriOf(bank, moved.to), { overwrite: false });
    return { documentChanges: [...documentChanges, move] };
  };
  connection.workspace.onWillRenameFiles(async ({ files }) => {
    const made = await guard(async () => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: pathOfUri(oldUri), to: pathOfUri(newUri) }));
      const bank = moves[0]?.from == null ? null : banks.bankOf(moves[0].from);
      if (bank === null) return null;
      const within = moves.flatMap(({ from, to }) =>
        from === null || to === null ? [] : [{ from: pathIn(bank.root, from), to: pathIn(bank.root, to) }],
      );
      return workspaceEdit(bank, editsForMoves(bank.live, within), editOptions());
    });
    if (made instanceof ResponseError) throw made;
    return made;
  });
  connection.onExecuteCommand(({ command, arguments: given = [] }) =>
    guard(async () => {
      const [uri, at] = given as [unknown, unknown];
      if (command !== GO_ON || typeof uri !== "string" || typeof at !== "number") return null;
      const document = documents.get(uri);
      if (document === undefined || client.window?.showDocument?.support !== true) return null;
      await connection.window.showDocument({
        uri,
        takeFocus: true,
        selection: rangeIn(document, { start: at, end: at }),
      });
      return null;
    }),
  );
}
