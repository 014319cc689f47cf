import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** A place that events are told at. */
class Emitter<T> {
  private readonly listeners = new Set<(event: T) => unknown>();
  readonly event = (listener: (event: T) => unknown) => {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of this.listeners) listener(event);
  }
  dispose(): void {}
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(fromLine: number, fromCharacter: number, toLine: number, toCharacter: number) {
    this.start = new Position(fromLine, fromCharacter);
    this.end = new Position(toLine, toCharacter);
  }
}

class Diagnostic {
  readonly range: Range;
  readonly message: string;
  constructor(range: Range, message: string) {
    this.range = range;
    this.message = message;
  }
}

class Uri {
  private readonly href: string;
  constructor(href: string) {
    this.href = href;
  }
  static parse(href: string): Uri {
    return new Uri(href);
  }
  get scheme(): string {
    return this.href.split(":")[0] ?? "";
  }
  get fsPath(): string {
    return decodeURIComponent(new URL(this.href).pathname);
  }
  toString(): string {
    return this.href;
  }
}

interface ShownDiagnostic {
  message: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

export interface StandIn {
  /** What stands for the `vscode` module. */
  api: object;
  /** What was shown of files, by their paths. */
  diagnostics: Map<string, ShownDiagnostic[]>;
  errors: string[];
  /** Opens a file, as a person does. */
  open(path: string, text: string): void;
}

/**
 * A stand-in for the editor's API, as far as a client of a language server needs it: settings, open files, diagnostics, messages.
 * All else is there and does nothing.
 */
export function standInForVscode(settings: Readonly<Record<string, unknown>>): StandIn {
  const diagnostics = new Map<string, ShownDiagnostic[]>();
  const errors: string[] = [];
  const opened = new Emitter<object>();
  const textDocuments: object[] = [];
  const none = new Emitter<never>().event;
  const disposable = { dispose() {} };
  const own = (members: Record<string, unknown>): object =>
    new Proxy(members, {
      get(target, name) {
        if (typeof name === "symbol" || name in target) return Reflect.get(target, name);
        return /^on[A-Z]/.test(name) ? none : () => disposable;
      },
    });
  const kind: object = { append: () => kind };
  const log = own({ logLevel: 3, onDidChangeLogLevel: none });
  const api = {
    ...emptyApi(),
    ...{ EventEmitter: Emitter, Position, Range, Diagnostic, Uri, version: "1.91.0" },
    workspace: own({
      getConfiguration: () => ({ get: (key: string, preset?: unknown) => settings[key] ?? preset }),
      textDocuments,
      workspaceFolders: undefined,
      onDidOpenTextDocument: opened.event,
      fs: own({}),
    }),
    window: own({
      createOutputChannel: () => log,
      showErrorMessage: async (message: string) => void errors.push(message),
      visibleTextEditors: [],
      tabGroups: own({ all: [] }),
    }),
    languages: own({
      match: (selector: { pattern?: string }[], document: { uri: Uri }) =>
        selector.some(({ pattern = "" }) => matches(pattern, document.uri.fsPath)) ? 10 : 0,
      createDiagnosticCollection: () =>
        own({
          set: (uri: Uri, found: ShownDiagnostic[] | undefined) => void diagnostics.set(uri.fsPath, found ?? []),
        }),
    }),
    commands: own({}),
    env: own({ appName: "a stand-in", language: "en", clipboard: own({}) }),
    CodeActionKind: { Empty: kind, QuickFix: kind, Refactor: kind, Source: kind, Notebook: kind },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    CancellationTokenSource: class {
      token = { isCancellationRequested: false, onCancellationRequested: none };
      cancel(): void {}
      dispose(): void {}
    },
  };
  return {
    api,
    diagnostics,
    errors,
    open(path, text) {
      const document = {
        uri: Uri.parse(pathToFileURL(path).href),
        languageId: "markdown",
        version: 1,
        getText: () => text,
        isClosed: false,
      };
      textDocuments.push(document);
      opened.fire(document);
    },
  };
}

/** Every class and enumeration of the API, by its types, each with nothing in it. */
function emptyApi(): Record<string, object> {
  const types = readFileSync(createRequire(import.meta.url).resolve("@types/vscode/index.d.ts"), "utf8");
  const names = [...types.matchAll(/^\s*export (?:class|enum|namespace) (\w+)/gm)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, class {}]));
}

/** Whether a path fits a glob pattern of the kinds that the extension has. */
function matches(pattern: string, path: string): boolean {
  const escaped = pattern
    .replace(/[.]/g, "\\.")
    .replace(/\*\*\//g, "(?:.*/)?")
    .replace(/(?<!\.)\*/g, "[^/]*")
    .replace(/\{([^}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(",", "|")})`);
  return new RegExp(`^${escaped}$`).test(path.replace(/^\//, ""));
}

/** Loads a CommonJS file for which `vscode` is a stand-in. */
export function requireWithVscode<T>(file: string, api: object): T {
  const require = createRequire(import.meta.url);
  const module = require("node:module") as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = module._load;
  module._load = (request, ...rest) => (request === "vscode" ? api : load.call(module, request, ...rest));
  try {
    delete require.cache[require.resolve(file)];
    return require(file) as T;
  } finally {
    module._load = load;
  }
}
