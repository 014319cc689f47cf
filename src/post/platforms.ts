import type { Calendar } from "../calendar/calendar.ts";
import { UserError } from "../errors.ts";
import { foldOf, PHONE_FOLD } from "./fold.ts";

/** How a platform counts a text; see counting.ts. */
export type Unit = "utf16" | "weighted" | "graphemes" | "mastodon" | "bytes";

/** All that differs from platform to platform. Sources of the numbers: docs/platforms.md. */
export interface Platform {
  name: string;
  title: string;
  /** How long one post may be, in its unit; null where there is no limit. */
  limit: number | null;
  unit: Unit;
  /** The unit in words, for the terminal. */
  unitName: string;
  /** A second limit in UTF-8 bytes. */
  mostBytes: number | null;
  /** How many characters show before "more"; null where everything shows. */
  fold: number | null;
  /** `plain`: nothing renders markdown. `markdown`: a blog does. */
  form: "plain" | "markdown";
  /** Longer text becomes a thread. */
  isThreaded: boolean;
  mostHashtags: number;
}

const SHORT = { mostBytes: null, fold: null, form: "plain", isThreaded: true, mostHashtags: 2 } as const;

/** The platforms a post can be written for; the first is the default. */
export const PLATFORMS: readonly Platform[] = [
  {
    name: "linkedin",
    title: "LinkedIn",
    limit: 3000,
    unit: "utf16",
    unitName: "characters",
    mostBytes: null,
    fold: PHONE_FOLD,
    form: "plain",
    isThreaded: false,
    mostHashtags: 5,
  },
  { name: "x", title: "X", limit: 280, unit: "weighted", unitName: "weighted characters", ...SHORT },
  {
    name: "bluesky",
    title: "Bluesky",
    limit: 300,
    unit: "graphemes",
    unitName: "graphemes",
    ...SHORT,
    mostBytes: 3000,
  },
  {
    name: "mastodon",
    title: "Mastodon",
    limit: 500,
    unit: "mastodon",
    unitName: "characters",
    ...SHORT,
    mostHashtags: 5,
  },
  { name: "threads", title: "Threads", limit: 500, unit: "bytes", unitName: "bytes", ...SHORT, mostHashtags: 1 },
  {
    name: "markdown",
    title: "Markdown",
    limit: null,
    unit: "utf16",
    unitName: "characters",
    mostBytes: null,
    fold: null,
    form: "markdown",
    isThreaded: false,
    mostHashtags: 5,
  },
];

/** How many characters show on a platform before "more", by the `fold:` of the settings; null where everything shows. */
export function foldOn({ fold }: Platform, setting: number | null): number | null {
  return fold === null ? null : foldOf(setting);
}

/** The platform of a name in any case; undefined where there is none. */
export function findPlatform(name: string): Platform | undefined {
  return PLATFORMS.find((platform) => platform.name === name.trim().toLowerCase());
}

/** The same. Throws a UserError that lists the platforms when there is none. */
export function choosePlatform(name: string): Platform {
  const found = findPlatform(name);
  if (found === undefined)
    throw new UserError(`There is no platform "${name}".`, {
      hint: `There are: ${PLATFORMS.map((platform) => platform.name).join(", ")}.`,
    });
  return found;
}

/** The platform every draft is for unless another is named; null where the slots differ. */
export function findUsualPlatform({ platform, calendar }: { platform: string; calendar: Calendar }): string | null {
  const named = new Set([platform, ...[...calendar.slots.values()].map((slot) => slot.platform ?? platform)]);
  return named.size === 1 ? platform : null;
}
