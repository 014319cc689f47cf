import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { serveEditor } from "../../src/lsp/serve.ts";
import { openBankAt } from "../support/bank.ts";
import { CAPABLE, connectEditor } from "../support/editor.ts";
import { createPagerBank, POST_TEXT } from "../support/editor-bank.ts";

/** Texts with all that counts more or less than one character somewhere. */
const pieces = fc.array(
  fc.constantFrom("a", "$2.6M", " ", "\n", "\r\n", "\t", "é", "e\u0301", "😴", "👩‍🚒", "𝐖", "**", "---\n", "## ", "- "),
  { maxLength: 6 },
);

test("random edits sent as increments leave server and editor with the same text", async () => {
  const bank = createPagerBank();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const bugs: unknown[] = [];
  const server = serveEditor({
    input,
    output,
    openBankAround: () => openBankAt(bank.root),
    docsDir: bank.root,
    today: () => "2025-01-05",
    onBug: (error) => bugs.push(error),
  });
  const over = server.over.then((code) => ({ code, stdout: "", stderr: "" }));
  const editor = await connectEditor(createProtocolConnection(output, input), bank, over, CAPABLE);
  onTestFinished(() => editor.shutDown());
  let count = 0;
  const edit = fc.record({ from: fc.nat(), length: fc.nat(30), pieces });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 25 }), async (edits) => {
      const path = `posts/fuzz-${++count}.md`;
      editor.open(path, POST_TEXT);
      for (const { from, length, pieces: written } of edits) {
        const text = editor.text(path);
        const start = whole(text, from % (text.length + 1));
        editor.replace(path, { start, end: whole(text, Math.min(text.length, start + length)) }, written.join(""));
      }
      // An answer comes after all edits have been taken, whatever has become of the text.
      await editor.ask("documentSymbol", path);
      await editor.ask("inlayHint", path, {
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      });
      expect(server.textOf(editor.uri(path))).toBe(editor.text(path));
      editor.close(path);
    }),
    { numRuns: 100 },
  );
  expect(bugs).toEqual([]);
});

/** A place that cuts no pair of surrogates and no line break in two, as no editor does. */
function whole(text: string, at: number): number {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}
