import { type DateText, formatDate } from "../../calendar/dates.ts";
import { DAYS } from "../../calendar/days.ts";
import { dateInWeek } from "../../calendar/weeks.ts";
import type { Waiting } from "../../jobs/waiting.ts";
import type { WeekBoard, WeekSummary } from "../../jobs/week.ts";
import type { Links } from "../links.ts";
import { PageLayout, type Place } from "../page-layout.tsx";
import { DayColumn } from "../parts/day-column.tsx";
import { renderMarkdown } from "../parts/markdown.ts";
import { SafeHtml } from "../parts/markdown-view.tsx";
import { Badge, Command, Words } from "../parts/small.tsx";
import { WaitingNotes } from "../parts/waiting.tsx";

interface WeekPageProps extends Place {
  board: WeekBoard;
  /** What waits for a decision, wherever in the bank. */
  waiting: readonly Waiting[];
  today: DateText;
}

/** A week as seven columns: what each day's slot is, the story, the post and what is wrong with it, and what would fill a gap. */
export function WeekPage({ board, waiting: undecided, today, ...place }: WeekPageProps) {
  const { week, dates, theme, guidance, rows, known } = board;
  const { links } = place;
  const dayless = rows.filter(({ day }) => day === null);
  const waiting = rows.filter(({ day, story, post }) => day !== null && story !== null && post === null);
  return (
    <PageLayout title={`Week ${week}${theme === null ? "" : `: ${theme}`}`} section="week" {...place}>
      <header class="head week-head">
        <h1>
          Week {week}
          {theme === null ? null : (
            <>
              {" "}
              <span class="theme">
                <Words>{theme}</Words>
              </span>
            </>
          )}
        </h1>
        <p class="facts">
          {dates === null ? (
            <span>storybank.yaml has no calendar.start, so the days have no dates.</span>
          ) : (
            <span>
              {formatDate(dates.from)} to {formatDate(dates.to)}
            </span>
          )}
        </p>
        <Steps board={board} links={links} />
      </header>
      <WaitingNotes waiting={undecided} />
      {rows.length === 0 ? (
        <p class="empty">
          Nothing is planned, and the calendar has no slots. <Command words={["add", "--week", String(week)]} />
        </p>
      ) : null}
      <ol class="days">
        {DAYS.map((day) => (
          <DayColumn
            day={day}
            date={dates === null ? null : dateInWeek(dates.from, 1, day)}
            today={today}
            rows={rows.filter((row) => row.day === day)}
            week={week}
            links={links}
          />
        ))}
      </ol>
      {waiting.length < 2 ? null : (
        <p class="fill">
          {waiting.length} stories have no post yet.{" "}
          <Command words={["week", String(week), "--fill", ...(board.isOver ? ["--into", "next"] : [])]} />
        </p>
      )}
      {dayless.length === 0 ? null : (
        <section>
          <h2>Without a day</h2>
          <ul class="dayless">
            {dayless.map(({ story, post }) => (
              <li>
                {post === null ? null : (
                  <>
                    <a href={links.post(post.id)}>
                      <Words>{post.title}</Words>
                    </a>{" "}
                    <Badge word={post.status} />
                  </>
                )}
                {post !== null || story === null ? null : (
                  <>
                    <a href={links.story(story.id)}>
                      <Words>{story.title}</Words>
                    </a>{" "}
                    <Command words={["edit", story.id, "--set", "day=…"]} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {guidance === "" ? null : (
        <details class="more-facts" id="guidance">
          <summary>What this week is for</summary>
          <div class="prose" dir="auto">
            <SafeHtml nodes={renderMarkdown(guidance, 1, false).children} />
          </div>
        </details>
      )}
      <AllWeeks weeks={known} current={week} links={links} />
    </PageLayout>
  );
}

/** The weeks beside it, by links and by keys. */
function Steps({ board: { before, after }, links }: { board: WeekBoard; links: Links }) {
  const back = before === null ? null : links.week(before.week);
  const on = links.week(after.week);
  return (
    <nav class="steps" aria-label="Weeks beside it">
      {before === null || back === null ? null : (
        <a href={back} rel="prev" data-key="ArrowLeft" aria-keyshortcuts="ArrowLeft">
          ← week {before.week} <Around week={before} />
        </a>
      )}
      {on === null ? null : (
        <a href={on} rel="next" data-key="ArrowRight" aria-keyshortcuts="ArrowRight">
          week {after.week} → <Around week={after} />
        </a>
      )}
      <p class="keys needs-script faint">The keys ← and → go from week to week.</p>
    </nav>
  );
}

function Around({ week: { theme, posts, published, stories } }: { week: WeekSummary }) {
  const words = [
    `${stories} ${stories === 1 ? "story" : "stories"}`,
    `${posts} ${posts === 1 ? "post" : "posts"}`,
    ...(published > 0 ? [`${published} published`] : []),
  ].join(", ");
  return (
    <span class="faint">
      {theme === null ? null : (
        <>
          <Words>{theme}</Words>
          {": "}
        </>
      )}
      {words}
    </span>
  );
}

function AllWeeks({ weeks, current, links }: { weeks: readonly number[]; current: number; links: Links }) {
  if (weeks.length === 0) return null;
  return (
    <nav class="all-weeks" aria-label="All weeks">
      <h2>Weeks with something in them</h2>
      <ul>
        {weeks.map((week) => {
          const href = links.week(week);
          return (
            <li>
              {href === null ? (
                week
              ) : (
                <a href={href} aria-current={week === current ? "page" : undefined}>
                  {week}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
