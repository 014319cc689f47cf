import * as z from "zod";
import { resolveWeek } from "../../calendar/weeks.ts";
import { readQuery } from "../../jobs/read-query.ts";
import { searchBank } from "../../jobs/search.ts";
import { foundJson } from "../../render/search.ts";
import { defineTool, PAGE } from "../tool.ts";

/** Nobody turns more pages than these fill. */
const MOST = 300;

export const searchTool = defineTool({
  name: "search",
  title: "Search stories and posts",
  description:
    'Finds stories and posts by their words (all of them; "a phrase"; -without), narrowed by kind:story|post, status:unused|drafted|draft|ready|scheduled|published, tag:, week:, day:. Filters alone list.',
  input: z.strictObject({ query: z.string(), ...PAGE }),
  writes: false,
  paged: ["found"],
  async run({ share, today }, { query: written }) {
    // A quoted text is taken apart like a shell's line; of another one every word counts.
    const words = written.includes('"') ? [written] : written.split(/\s+/).filter((word) => word !== "");
    const { start } = (await share.bank.config()).calendar;
    const query = await readQuery(words, async (week) => resolveWeek(week, start, today));
    const { found, total } = await searchBank(share.bank, query, MOST);
    const note = total > found.length ? `These are the best ${found.length}; narrow the search for others.` : null;
    return { total, note, found: found.map(foundJson) };
  },
});
