import type { Command } from "commander";
import { formatDate, parseDate } from "../calendar/dates.ts";
import type { Context } from "../context.ts";
import { asShown } from "../post/as-shown.ts";
import { byMomentDatelessLast } from "../post/moment.ts";
import { STATUSES } from "../post/post.ts";
import { tellApart } from "../post/tell-apart.ts";
import { postJson } from "../render/json.ts";
import { renderTable } from "../render/table.ts";
import { toJson, visibleLine } from "../render/visible.ts";
import { authorOption, choiceOption, countOption, dayOption, weekOption } from "./options.ts";

interface PostsOptions {
  week?: string;
  day?: string;
  status?: string;
  platform?: string;
  story?: string;
  author?: string;
  limit?: string;
  format?: string;
  json?: boolean;
}

export function registerPosts(program: Command, context: Context): void {
  program
    .command("posts")
    .description("list posts by date")
    .option("-w, --week <week>", "of a week: 1, this, next or 2026-W47")
    .option("-d, --day <day>", "of a weekday")
    .option("--status <status>", STATUSES.join(", "))
    .option("--platform <platform>", "for a platform")
    .option("--story <story>", "that tell a story")
    .option("--author <person>", "by a person, or one whose name has a word that begins like this")
    .option("-n, --limit <count>", "only the first so many")
    .option("--format <format>", "table, id, path or json")
    .option("--json", "short for --format json")
    .action((options: PostsOptions) => runPosts(context, options));
}

async function runPosts(context: Context, options: PostsOptions): Promise<void> {
  const format =
    options.json === true
      ? "json"
      : (choiceOption("format", options.format, ["table", "id", "path", "json"]) ?? "table");
  const status = choiceOption("status", options.status, STATUSES);
  const day = dayOption(options.day);
  const limit = countOption("limit", options.limit);
  const bank = context.openBank();
  const week = await weekOption(options.week, bank, context);
  const story = options.story === undefined ? undefined : (await bank.story(options.story)).id;
  const isTheirs = await authorOption(options.author, bank);
  const { start } = (await bank.config()).calendar;
  const all = (await bank.posts()).map((post) => asShown(post, start));
  const found = all
    .filter((post) => week === undefined || post.week === week)
    .filter(isTheirs)
    .filter((post) => day === undefined || post.day === day)
    .filter((post) => status === undefined || post.status === status)
    .filter((post) => story === undefined || post.story === story)
    .filter((post) => options.platform === undefined || post.platform === options.platform.toLowerCase())
    .sort(byMomentDatelessLast)
    .slice(0, limit);
  if (format === "json") context.out(toJson(found.map(postJson)));
  else if (format !== "table") context.out(found.map((post) => `${visibleLine(post[format])}\n`).join(""));
  else if (found.length === 0)
    context.err(
      all.length === 0
        ? "There are no posts yet. Make one with: storybank draft\n"
        : `None of the ${all.length} posts match.\n`,
    );
  else {
    const apart = tellApart(found);
    const rows = found.map((post) => [
      post.date === null || parseDate(post.date) === null ? "no date" : formatDate(post.date),
      post.time ?? "",
      post.week === null ? "" : `week ${post.week}`,
      visibleLine([apart.get(post.id) ?? "", post.title].filter((part) => part !== "").join(" · ")),
      post.status,
      visibleLine(post.author ?? ""),
      visibleLine(post.id),
    ]);
    const { paint } = context;
    context.out(
      await renderTable(
        [
          {},
          { needs: 70 },
          { needs: 70, paint: paint.faint },
          { shrinks: true, paint: paint.strong },
          { stacks: 50 },
          { needs: 80, shrinks: "first" },
          { needs: 120, shrinks: "first", paint: paint.faint },
        ],
        rows,
        context.columns,
      ),
    );
  }
}
