import { expect, test } from "vitest";
import { createApp } from "../../src/page/app.tsx";
import { createChanges } from "../../src/page/events.ts";
import { createSampleBank, openBankAt } from "../support/bank.ts";

test("an open page hears of every change, and is forgotten when it goes", async () => {
  const changes = createChanges();
  const world = { bank: openBankAt(createSampleBank().root), assets: [], changes };
  const app = createApp({ ...world, today: () => "2025-01-05", onBug: () => {} });
  const readers = await Promise.all(
    Array.from({ length: 20 }, async () => (await app.request("/events")).body?.getReader()),
  );
  const decoder = new TextDecoder();
  const hear = async (reader: (typeof readers)[number]): Promise<string> =>
    decoder.decode((await reader?.read())?.value);
  expect(await Promise.all(readers.map(hear))).toEqual(readers.map(() => "event: hello\ndata: \n\n"));
  expect(changes.listeners).toBe(20);
  changes.tell();
  expect(await Promise.all(readers.map(hear))).toEqual(readers.map(() => "event: change\ndata: \n\n"));
  await Promise.all(readers.map((reader) => reader?.cancel()));
  expect(changes.listeners).toBe(0);
  changes.tell();
});
