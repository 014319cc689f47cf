import { type DateText, formatDate } from "../../calendar/dates.ts";
import { type Day, dayName } from "../../calendar/days.ts";
import { LEVELS } from "../../check/finding.ts";
import { isAmongPeople, type WeekRow } from "../../jobs/week.ts";
import type { Platform } from "../../post/platforms.ts";
import type { Links } from "../links.ts";
import { wordCount } from "./findings.tsx";
import { Badge, Command, Meter, Words } from "./small.tsx";
import { WhoWaits } from "./who-waits.tsx";

interface DayColumnProps {
  day: Day;
  date: DateText | null;
  today: DateText;
  rows: readonly WeekRow[];
  week: number;
  links: Links;
}

/** A weekday: its slot, and what is there. */
export function DayColumn({ day, date, today, rows, week, links }: DayColumnProps) {
  const slot = rows.find((row) => row.slot !== null)?.slot ?? null;
  const classes = ["day", ...(date === today ? ["today"] : []), ...(rows.length === 0 ? ["free"] : [])];
  return (
    <li class={classes.join(" ")}>
      <h2>
        {dayName(day)} {date === null ? null : <time datetime={date}>{shortDate(date)}</time>}
        {date === today ? <span class="badge now">today</span> : null}
      </h2>
      {slot === null ? null : (
        <p class="slot faint">
          {[slot.time, slot.type].filter((part) => part !== null).join(" · ")}
          {slot.series === null ? null : (
            <>
              <br />
              <Words>{slot.series}</Words>
            </>
          )}
        </p>
      )}
      {rows.length === 0 ? <p class="faint">nothing planned</p> : null}
      {rows.map((row) => (
        <Row row={row} week={week} links={links} />
      ))}
    </li>
  );
}

/** `2025-01-07` → `7 Jan`; the weekday is in front of it. */
function shortDate(date: DateText): string {
  return formatDate(date).split(" ").slice(1, 3).join(" ");
}

function Row({ row, week, links }: { row: WeekRow; week: number; links: Links }) {
  const { post, story, suggestion, day } = row;
  if (post !== null) return <PostRow row={row} links={links} />;
  if (story !== null)
    return (
      <article class="slot-card waiting">
        <h3>
          <a href={links.story(story.id)}>
            <Words>{story.title}</Words>
          </a>
        </h3>
        <p>
          <Badge word="no post yet" tone="waiting" />
        </p>
        <Command words={["draft", story.id, "--week", String(week)]} />
      </article>
    );
  return (
    <article class="slot-card gap">
      <p>
        <Badge word="gap" />
      </p>
      {suggestion === null ? (
        <Command words={["add", "--week", String(week), "--day", day ?? "…"]} />
      ) : (
        <>
          <p>
            Could take{" "}
            <a href={links.story(suggestion.story.id)}>
              <Words>{suggestion.story.title}</Words>
            </a>
            : {suggestion.why}.
          </p>
          <Command words={["draft", suggestion.story.id, "--day", day ?? "…", "--week", String(week)]} />
        </>
      )}
    </article>
  );
}

function PostRow({
  row: { post, story, characters, platform, findings, elsewhere, apart, review },
  links,
}: {
  row: WeekRow;
  links: Links;
}) {
  if (post === null) return null;
  const counts = LEVELS.filter((level) => level !== "advice").flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [{ level, count }];
  });
  return (
    <article class={`slot-card ${post.status}`}>
      <h3>
        <a href={links.post(post.id)}>
          <Words>{post.title}</Words>
        </a>
      </h3>
      <p class="facts">
        <Badge word={post.status} />
        {apart === null ? null : <Words>{apart}</Words>}
        {post.time === null ? null : <span>{post.time}</span>}
        {counts.map(({ level, count }) => (
          <a class={`badge ${level}`} href={links.post(post.id, findings.find((each) => each.level === level)?.line)}>
            {wordCount(level, count)}
          </a>
        ))}
      </p>
      {elsewhere === null ? null : <p class="faint">dated {formatDate(elsewhere)}</p>}
      <WhoWaits post={post} review={isAmongPeople({ post, review, findings }) ? review : null} />
      {characters === null || platform === null ? null : (
        <Meter
          value={characters}
          limit={isThread(platform, characters) ? null : platform.limit}
          unit={isThread(platform, characters) ? `${platform.unitName}, as a thread` : platform.unitName}
        />
      )}
      {story === null || story.title === post.title ? null : (
        <p class="faint">
          tells{" "}
          <a href={links.story(story.id)}>
            <Words>{story.title}</Words>
          </a>
        </p>
      )}
      {story !== null && story.title === post.title ? (
        <p class="faint">
          <a href={links.story(story.id)}>
            its story<span class="unseen">, {story.title}</span>
          </a>
        </p>
      ) : null}
    </article>
  );
}

/** What is longer than a part becomes a thread, and is not too long. */
function isThread({ isThreaded, limit }: Platform, characters: number): boolean {
  return isThreaded && limit !== null && characters > limit;
}
