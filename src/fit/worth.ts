import { countShared, type HookWords, tellsShare } from "./hook-words.ts";
import type { StoryOutline } from "./outline-story.ts";
import type { Part } from "./parts.ts";
import type { Standing } from "./standing.ts";
import type { Traits } from "./traits.ts";

/** All that is known of a part. */
interface Known {
  part: Part;
  own: Traits;
  standing: Standing;
  hook: HookWords;
}

/** What speaks for or against a part being told, and how much of it there is: mostly 0 or 1. */
const SIGNS = {
  quotation: ({ own }) => +own.isQuotation,
  bareQuotation: ({ own }) => +own.isOnlyQuotation,
  behindQuotation: ({ standing }) => +standing.isBehindQuotation,
  admission: ({ own }) => +own.isAdmission,
  dissent: ({ own }) => +own.isDissent,
  setback: ({ own }) => +own.isSetback,
  change: ({ own }) => +own.isChange,
  total: ({ own }) => +own.isTotal,
  clock: ({ own }) => +own.hasClock,
  figure: ({ own }) => +(own.figures.length > 0),
  money: ({ own }) => +own.figures.some(({ kind }) => kind === "money"),
  year: ({ part }) => +/\b20\d\d\b/.test(part.text),
  background: ({ own }) => +own.isBackground,
  caveat: ({ own }) => +own.isCaveat,
  fragment: ({ own }) => +own.isFragment,
  person: ({ own }) => +own.pointsToPerson,
  brackets: ({ part }) => +/^\(.*\)$/.test(part.text),
  row: ({ part }) => +(part.kind === "row"),
  bullet: ({ part }) => +(part.kind === "bullet"),
  rest: ({ part }) => +(part.kind === "rest"),
  firstSection: ({ standing }) => +standing.isInFirstSection,
  opensSection: ({ standing }) => +standing.opensSection,
  alone: ({ standing }) => +standing.isAlone,
  neighbours: ({ standing }) => Math.min(6, standing.group),
  leaning: ({ standing }) => Math.min(3, standing.leaning),
  ending: ({ standing }) => +standing.isEnding,
  last: ({ standing }) => +standing.isLast,
  endWords: ({ standing }) => Math.min(2, standing.ofEnding),
  titleWords: ({ standing, hook }) => Math.min(2, countShared(standing.stems, hook.title)),
  hookWords: ({ standing, hook }) => Math.min(2, countShared(standing.stems, hook.stems)),
  hookAgain: ({ standing, hook }) => +tellsShare(standing.stems, hook, LITTLE),
  hookFigures: ({ own, hook }) => +(own.figures.length > 0 && own.figures.every(({ text }) => hook.figures.has(text))),
  known: ({ standing }) => standing.known,
  shared: ({ standing }) => standing.shared,
} satisfies Record<string, (known: Known) => number>;

type Sign = keyof typeof SIGNS;

/** A sentence with such a share of its words in the hook tells little more. */
const LITTLE = 0.42;

/**
 * What each sign counts, as the logarithm of an odds: a logistic regression on 8,294 sentences of 151 stories, of which
 * 3,140 had been chosen for a post of 1,450 characters. Documented in docs/drafting.md.
 */
const POINTS: Readonly<Record<Sign, number>> = {
  quotation: 1,
  bareQuotation: 0.4,
  behindQuotation: 0.2,
  admission: 0.8,
  dissent: -0.4,
  setback: -0.1,
  change: 0.4,
  total: 0.2,
  clock: -0.2,
  figure: 0.2,
  money: -0.4,
  year: 0.5,
  background: -0.1,
  caveat: -0.3,
  fragment: -0.2,
  person: 0.3,
  brackets: -0.3,
  row: 0.5,
  bullet: -0.2,
  rest: -0.7,
  firstSection: -0.1,
  opensSection: 0.3,
  alone: 0.5,
  neighbours: 0.03,
  leaning: 0.4,
  ending: 0.4,
  last: 0.2,
  endWords: 0.3,
  titleWords: 0.4,
  hookWords: 0.1,
  hookAgain: -0.1,
  hookFigures: -0.4,
  known: 0.6,
  shared: 0.3,
};
const ALWAYS = -1.5;

/** The same for where a part stands: a story is told by its first third and by its end; of what came of it, little is. */
const ALONG: readonly (readonly [position: number, points: number])[] = [
  [0, -0.8],
  [0.2, 0.2],
  [0.4, 0.8],
  [0.6, 0],
  [0.75, -0.5],
  [0.9, -1],
  [1, 1.4],
];

/** What a shape likes counts so much more. */
const LIKED = 0.8;

/** Letters of a part beyond so many add nothing. */
const FULL = 140;
/** What a letter is worth of a part that is told for sure. */
const LETTER = 5;

/** What a part is worth to a post: its letters, by how likely it is told. */
export function worthOf(part: Part, outline: StoryOutline, hook: HookWords, likes: ReadonlySet<string>): number {
  return LETTER * Math.min(part.text.length, FULL) * chanceOf(part, outline, hook, likes);
}

/** How likely a part is told, from 0 to 1. */
export function chanceOf(part: Part, outline: StoryOutline, hook: HookWords, likes: ReadonlySet<string>): number {
  const own = outline.traits.get(part);
  const standing = outline.standings.get(part);
  if (own === undefined || standing === undefined) return 0;
  const known = { part, own, standing, hook };
  let points = ALWAYS + pointsAt(standing.position);
  for (const sign of Object.keys(SIGNS) as Sign[])
    points += (POINTS[sign] + (likes.has(sign) ? LIKED : 0)) * SIGNS[sign](known);
  return 1 / (1 + Math.exp(-points));
}

function pointsAt(position: number): number {
  const next = Math.max(
    1,
    ALONG.findIndex(([at]) => at >= position),
  );
  const [[from, before], [to, after]] = [ALONG[next - 1] as [number, number], ALONG[next] as [number, number]];
  return before + ((after - before) * (position - from)) / (to - from);
}
