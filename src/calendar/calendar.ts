import type { DateText } from "./dates.ts";
import type { Day } from "./days.ts";
import type { Length } from "./length.ts";

/** A weekday's standing place: what is posted there, how, and what it is hoped to bring. */
export interface Slot {
  series: string | null;
  type: string | null;
  time: string | null;
  platform: string | null;
  /** The post template, by name. */
  template: string | null;
  /** The hook template, by name, or `own`. */
  hook: string | null;
  question: string | null;
  hashtags: readonly string[];
  targets: ReadonlyMap<string, string>;
  length: Length | null;
  /** A line that stands under its posts, such as "Sunday story time.". */
  closing: string | null;
  ps: string | null;
  /** The notes template, by name. */
  notes: string | null;
  purpose: string | null;
  positioning: string | null;
  audience: string | null;
}

export interface Calendar {
  /** The first day of week 1. */
  start: DateText | null;
  timezone: string | null;
  /** Weeks during which a story or a hook is not to be used again. */
  cooldown: number;
  slots: ReadonlyMap<Day, Slot>;
}

export const EMPTY_SLOT: Slot = {
  series: null,
  type: null,
  time: null,
  platform: null,
  template: null,
  hook: null,
  question: null,
  hashtags: [],
  targets: new Map(),
  length: null,
  closing: null,
  ps: null,
  notes: null,
  purpose: null,
  positioning: null,
  audience: null,
};

/** Weeks a story rests where the settings say nothing. */
export const DEFAULT_COOLDOWN = 12;

export const EMPTY_CALENDAR: Calendar = { start: null, timezone: null, cooldown: DEFAULT_COOLDOWN, slots: new Map() };
