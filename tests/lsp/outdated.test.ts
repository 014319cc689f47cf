import { expect, test, vi } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../../src/check/finding.ts";
import { openDiagnostics } from "../../src/lsp/diagnostics.ts";
import { keepOpenBanks, type OpenBanks, type OpenedFile } from "../../src/lsp/open-banks.ts";
import { openBankAt } from "../support/bank.ts";
import { createPagerBank, POST, POST_TEXT, STORY, STORY_TEXT } from "../support/editor-bank.ts";

test("what is found in a text while something else changes is looked for again, and not left out", async () => {
  const bank = createPagerBank();
  const banks: OpenBanks = keepOpenBanks(
    () => openBankAt(bank.root),
    () => async () => {},
  );
  const open = (path: string, text: string): OpenedFile => {
    const opened = banks.take(TextDocument.create(`file://${bank.root}/${path}`, "markdown", 1, text));
    if (opened === null) throw new Error(`${path} is no file of the bank`);
    return opened;
  };
  const published: [uri: string, rules: unknown[]][] = [];
  const diagnostics = openDiagnostics({
    banks,
    docsDir: bank.root,
    publish: async (uri, _, found: Diagnostic[]) => void published.push([uri, found.map(({ code }) => code)]),
    onBug: (error) => {
      throw error;
    },
  });
  const post = open(POST, POST_TEXT);
  const examine = post.findings.bind(post);
  let isSlow = true;
  const looked = vi.fn(async (): Promise<Finding[]> => {
    // A story is opened, with another sum, while the post is being looked at.
    if (isSlow) open(STORY, STORY_TEXT.replace("$2.4M", "$2.6M"));
    isSlow = false;
    return examine();
  });
  post.findings = looked;
  diagnostics.schedule(post, 0);
  await expect.poll(() => published.length, { timeout: 20_000 }).toBe(1);
  expect(looked).toHaveBeenCalledTimes(1);
  expect(published[0]?.[1]).not.toContain("figure-not-in-story");
  diagnostics.stop();
});
