import { join } from "node:path";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding } from "../check/finding.ts";
import { SHAPE_RULE } from "../jobs/editor/examine-open.ts";
import { visible } from "../render/visible.ts";
import { type OpenBanks, type OpenedFile, uriOfPath } from "./open-banks.ts";
import { rangeIn } from "./places.ts";

/** So long nothing is typed before a text is looked at. */
const DEBOUNCE_MS = 150;

export interface DiagnosticsSink {
  banks: OpenBanks;
  /** The folder with a page for each rule. */
  docsDir: string;
  publish(uri: string, version: number, diagnostics: Diagnostic[]): Promise<void>;
  onBug(error: unknown): void;
}

export interface Diagnostics {
  /** Looks at a file once nothing has been typed in it for a while. */
  schedule(opened: OpenedFile, delay?: number): void;
  cancel(uri: string): void;
  stop(): void;
}

/** Publishes what is found in open files, each as it is when it has come to rest. */
export function openDiagnostics({ banks, docsDir, publish, onBug }: DiagnosticsSink): Diagnostics {
  const waiting = new Map<string, NodeJS.Timeout>();
  const cancel = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };
  const look = async (uri: string): Promise<void> => {
    const opened = banks.fileOf(uri);
    if (opened === null) return;
    const findings = await opened.findings();
    // Something has changed meanwhile: the text, which is waited for already, or what it is compared with.
    if (banks.fileOf(uri) !== opened) return waiting.has(uri) ? undefined : look(uri);
    await publish(
      uri,
      opened.version,
      findings.map((finding) => diagnosticOf(opened, finding, docsDir)),
    );
  };
  return {
    schedule({ document: { uri } }, delay = DEBOUNCE_MS) {
      cancel(uri);
      waiting.set(
        uri,
        setTimeout(() => {
          waiting.delete(uri);
          look(uri).catch(onBug);
        }, delay),
      );
    },
    cancel,
    stop() {
      for (const uri of waiting.keys()) cancel(uri);
    },
  };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  advice: DiagnosticSeverity.Information,
} as const;

/** A finding as editors show it, with its remedy on a line of its own, and its rule as a link to that rule's page. */
export function diagnosticOf({ document }: OpenedFile, finding: Finding, docsDir: string): Diagnostic {
  const { rule, level, message, remedy } = finding;
  const page = rule === SHAPE_RULE ? "files.md" : join("rules", `${rule}.md`);
  return {
    range: rangeIn(document, finding),
    severity: SEVERITIES[level],
    code: rule,
    codeDescription: { href: uriOfPath(join(docsDir, page)) },
    source: "storybank",
    message: visible([message, remedy].filter(Boolean).join("\n")),
  };
}
