import type { Platform, Unit } from "./platforms.ts";

/** Counts text as a platform does. */
export interface Counter {
  /** In the platform's own unit. */
  count(text: string): number;
  /** Whether a text keeps all the platform's limits. */
  fits(text: string): boolean;
}

/** Makes a platform's counter; twitter-text is loaded only for those that count as it does. */
export async function loadCounter(platform: Platform): Promise<Counter> {
  const count = await COUNTS[platform.unit]();
  const { limit, mostBytes } = platform;
  return {
    count,
    fits: (text) => (limit === null || count(text) <= limit) && (mostBytes === null || countBytes(text) <= mostBytes),
  };
}

const COUNTS: Readonly<Record<Unit, () => Promise<(text: string) => number>>> = {
  // LinkedIn names no unit; UTF-16 units, where an emoji counts 2, is the safe reading.
  utf16: async () => (text) => text.length,
  weighted: async () => {
    const { parseTweet } = await import("./x-counting.ts");
    return (text) => parseTweet(text).weightedLength;
  },
  graphemes: async () => countGraphemes,
  mastodon: async () => {
    const { extractUrlsWithIndices } = await import("./x-counting.ts");
    return (text) => {
      const countable = extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })
        .toReversed()
        .reduce((rest, { indices: [from, to] }) => `${rest.slice(0, from)}${MASTODON_URL}${rest.slice(to)}`, text);
      return countGraphemes(countable.replace(REMOTE_MENTION, "$1@$2"));
    };
  },
  bytes: async () => countBytes,
};

/** Mastodon counts every address as 23 characters, as X does (docs.joinmastodon.org/user/posting). */
const MASTODON_URL = "x".repeat(23);
/** Of `@name@server` only `@name` counts. */
const REMOTE_MENTION = /(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]/gi;

let segmenter: Intl.Segmenter | undefined;

/** Characters of which each is a grapheme by itself: Latin without combining marks, common punctuation, arrows, signs. */
const SINGLE = /^(?:[\0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff](?<!\r\n))*$/;

/** Graphemes by UAX 29; cutting them is slow, and most texts have as many as characters. */
export function countGraphemes(text: string): number {
  if (SINGLE.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
