import { describe, expect, test } from "vitest";
import { loadCounter } from "../../src/post/counting.ts";
import { choosePlatform } from "../../src/post/platforms.ts";

const FAMILY = "👨‍👩‍👧‍👦";
const URL = "https://example.com/a/very/long/path/that/goes/on/and/on";

describe("how long a text is", () => {
  test.each([
    ["plain letters", "hello", { linkedin: 5, x: 5, bluesky: 5, mastodon: 5, threads: 5 }],
    ["a family of four", FAMILY, { linkedin: 11, x: 2, bluesky: 1, mastodon: 1, threads: 25 }],
    ["Unicode's bold letters", "𝗯𝗼𝗹𝗱", { linkedin: 8, x: 8, bluesky: 4, mastodon: 4, threads: 16 }],
    ["curly quotes", "“so”", { linkedin: 4, x: 4, bluesky: 4, mastodon: 4, threads: 8 }],
    ["Japanese", "日本語", { linkedin: 3, x: 6, bluesky: 3, mastodon: 3, threads: 9 }],
    ["an address", URL, { linkedin: URL.length, x: 23, bluesky: URL.length, mastodon: 23, threads: URL.length }],
    ["a flag", "🇩🇪", { linkedin: 4, x: 2, bluesky: 1, mastodon: 1, threads: 8 }],
    ["a remote mention", "hi @ann@example.social", { linkedin: 22, x: 22, bluesky: 22, mastodon: 7, threads: 22 }],
    ["a composed and a combining é", "é" + "e\u0301", { linkedin: 3, x: 2, bluesky: 2, mastodon: 2, threads: 5 }],
  ])("%s", async (_, text, lengths) => {
    const counted: Record<string, number> = {};
    for (const name of Object.keys(lengths)) counted[name] = (await loadCounter(choosePlatform(name))).count(text);
    expect(counted).toEqual(lengths);
  });

  test("LinkedIn takes 3,000, X 280, Bluesky 300 and 3,000 bytes, Mastodon and Threads 500; a blog takes all", async () => {
    const fits = async (name: string, text: string): Promise<boolean> =>
      (await loadCounter(choosePlatform(name))).fits(text);
    for (const [name, limit] of [
      ["linkedin", 3000],
      ["x", 280],
      ["bluesky", 300],
      ["mastodon", 500],
      ["threads", 500],
    ] as const) {
      expect(await fits(name, "a".repeat(limit))).toBe(true);
      expect(await fits(name, "a".repeat(limit + 1))).toBe(false);
    }
    expect(await fits("bluesky", FAMILY.repeat(120))).toBe(true);
    expect(await fits("bluesky", FAMILY.repeat(121))).toBe(false);
    expect(await fits("markdown", "a".repeat(100_000))).toBe(true);
  });
});
