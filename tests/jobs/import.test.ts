import { expect, test } from "vitest";
import { carryOut, planImport, startRun } from "../../src/jobs/import.ts";
import type { ImportOptions } from "../../src/jobs/import-report.ts";
import { createBank, openBankAt } from "../support/bank.ts";

test("reading and writing a folder say how far they have come, file by file", async () => {
  const notes = Array.from({ length: 25 }, (_, n) => [`notes/${n}.md`, `Dana rang ${n + 2} times. I was asleep.\n`]);
  const { root } = createBank(Object.fromEntries(notes));
  const heard: [number, number][] = [];
  const options: ImportOptions = {
    isDryRun: false,
    replaces: false,
    week: undefined,
    today: "2025-01-05",
    as: undefined,
    onProgress: (done, of) => heard.push([done, of]),
  };
  const bank = openBankAt(root);
  const plan = await planImport(bank, "notes", { cwd: root, stdin: async () => "" }, options);
  const all = Array.from({ length: 25 }, (_, n) => [n + 1, 25]);
  expect(heard.splice(0)).toEqual(all);
  const reports = await carryOut(bank, plan, startRun(), options);
  expect(heard).toEqual(all);
  expect(reports.flatMap(({ created }) => created)).toHaveLength(25);
});
