import * as z from "zod";
import { UserError } from "../../errors.ts";
import { addLink, markPost, parseCountedDay, parseMoment, recordResults } from "../../jobs/lifecycle.ts";
import { type PostHead, STATUSES } from "../../post/post.ts";
import { latestResults, type Metric } from "../../post/results.ts";
import type { Desk } from "../desk.ts";
import { defineTool } from "../tool.ts";

const COUNT = z.int().min(0).optional();

const COUNTS = {
  impressions: COUNT,
  reactions: COUNT,
  comments: COUNT,
  reposts: COUNT,
  saves: COUNT,
  inquiries: COUNT,
} satisfies Partial<Record<Metric, typeof COUNT>>;

export const recordTool = defineTool({
  name: "record",
  title: "Move a post along, record results",
  description:
    "Marks a post draft, ready (only without errors), scheduled or published, or records what it has brought. Only what the author says has happened.",
  input: z.strictObject({
    post: z.string(),
    status: z.enum(STATUSES).optional(),
    at: z.string().optional().describe("YYYY-MM-DD or YYYY-MM-DD HH:MM: of the status, else of the counts"),
    url: z.httpUrl().optional(),
    ...COUNTS,
  }),
  writes: true,
  paged: [],
  async run(desk, { post: name, status, at, url = null, ...counts }) {
    const { shown, real } = await desk.share.post(name);
    if (status === undefined && url === null && Object.keys(counts).length === 0)
      throw new UserError("Nothing was given to record.", { hint: "Give a status, a url or counts." });
    // With a status, the moment is that of the status.
    await recordCounts(desk, real, status === undefined ? at : undefined, counts);
    if (status !== undefined) await mark(desk, real, status, at, url);
    else if (url !== null) await addLink(desk.bank, real, url);
    const now = await desk.bank.post(real.id);
    const { date, time } = now;
    return { post: shown.id, status: now.status, date, time, url: now.url, results: latestResults(now.snapshots) };
  },
});

async function recordCounts(
  { bank, today }: Desk,
  post: PostHead,
  at: string | undefined,
  counts: Partial<Record<keyof typeof COUNTS, number | undefined>>,
): Promise<void> {
  const given = Object.keys(COUNTS) as (keyof typeof COUNTS)[];
  const values = new Map<Metric, number>(
    given.flatMap((metric) => {
      const count = counts[metric];
      return count === undefined ? [] : [[metric, count] as const];
    }),
  );
  if (values.size === 0) return;
  const day = at === undefined ? today : parseCountedDay(at, today);
  await recordResults(bank, post, { at: day, values }, async (fallen) => {
    const words = fallen.map(({ metric, from, to }) => `${metric} ${to}, which were ${from} before`).join("; ");
    throw new UserError(`Nothing was recorded: ${words}.`, {
      hint: `If it is right, the author can record it with: storybank record ${post.id} --force`,
    });
  });
}

async function mark(
  { bank, today }: Desk,
  post: PostHead,
  status: (typeof STATUSES)[number],
  at: string | undefined,
  url: string | null,
): Promise<void> {
  const moment = at === undefined ? null : parseMoment(at);
  const { errors } = await markPost(bank, post, { status, at: moment, nextSlot: false, url, force: false }, today);
  if (errors.length > 0)
    throw new UserError(
      `${post.id} stays ${post.status}: check finds ${errors.length === 1 ? "an error" : `${errors.length} errors`}.`,
      {
        hint: "See them with check, and save a text without them.",
      },
    );
}
