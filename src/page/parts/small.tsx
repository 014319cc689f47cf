import type { Child } from "hono/jsx";
import { type DateText, formatDate, parseDate } from "../../calendar/dates.ts";
import { thousands } from "../../post/thousands.ts";
import type { Links } from "../links.ts";

/** A word for the state of something: a status, a level, a role. */
export function Badge({ word, tone }: { word: string; tone?: string }) {
  return <span class={`badge ${tone ?? word}`}>{word}</span>;
}

/** A date with its weekday; what is no date is shown as it is written. */
export function DayLabel({ date, time }: { date: DateText | null; time?: string | null }) {
  if (date === null) return <span class="faint">no date</span>;
  const known = parseDate(date);
  const at = time == null ? "" : `, ${time}`;
  return known === null ? (
    <span>{date}</span>
  ) : (
    <time datetime={known}>
      {formatDate(known)}
      {at}
    </time>
  );
}

/** The way to a week, where there is a page of it. */
export function WeekLink({ week, links }: { week: number | null; links: Links }) {
  if (week === null) return null;
  const href = links.week(week);
  return href === null ? <span>week {week}</span> : <a href={href}>week {week}</a>;
}

/** How much of a limit is used, as a bar and in words. */
export function Meter({ value, limit, unit }: { value: number; limit: number | null; unit: string }) {
  if (limit === null)
    return (
      <p class="meter">
        {thousands(value)} {unit}
      </p>
    );
  const words = `${thousands(value)} of ${thousands(limit)} ${unit}`;
  return (
    <p class={value > limit ? "meter over" : "meter"}>
      <meter min={0} max={limit} high={limit * 0.9} value={Math.min(value, limit)} aria-label={words}></meter>
      <span aria-hidden="true">
        {thousands(value)} / {thousands(limit)}
      </span>
    </p>
  );
}

/** A button that puts a text on the clipboard, exactly as it is; without script the text can still be selected. */
export function Copy({ text, what, children }: { text: string; what?: string; children?: Child }) {
  return (
    <button
      type="button"
      class="copy needs-script"
      data-copy={text}
      aria-label={what === undefined ? undefined : `Copy ${what}`}
    >
      {children ?? "Copy"}
    </button>
  );
}

/** A command to go on with in the terminal; words that a shell would read otherwise are quoted. */
export function Command({ words }: { words: readonly string[] }) {
  const line = ["storybank", ...words.map(quoteWord)].join(" ");
  return (
    <span class="command">
      <code>
        {line.split(" ").map((word, index) => (
          <>
            {index > 0 ? " " : ""}
            <span>{word}</span>
          </>
        ))}
      </code>
      <Copy text={line} what={line} />
    </span>
  );
}

function quoteWord(word: string): string {
  return /^[\p{L}\p{N}_./:=…-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Where to edit what is shown, for those who can. */
export function FileNote({ path, isLive }: { path: string; isLive: boolean }) {
  if (!isLive) return null;
  return (
    <p class="file faint">
      The file is <code>{path}</code>. Edit it there<span class="needs-script">; this page follows</span>.
    </p>
  );
}

/** Words of the user, in whatever direction they are written. */
export function Words({ children }: { children?: Child }) {
  return <bdi>{children}</bdi>;
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul class="tags" aria-label="Tags">
      {tags.map((tag) => (
        <li>{tag}</li>
      ))}
    </ul>
  );
}
