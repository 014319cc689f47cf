import type { CalendarEvent } from "../jobs/export-calendar.ts";

/** Writes events as an iCalendar file (RFC 5545); times are those of a time zone, or float where there is none. */
export async function writeCalendar(events: readonly CalendarEvent[], timezone: string | null): Promise<string> {
  const { createEvents } = await import("ics");
  const { error, value } = createEvents(
    events.map((event) => {
      const [year = 0, month = 1, day = 1] = event.date.split("-").map(Number);
      const [hour, minute] = event.time === null ? [] : event.time.split(":").map(Number);
      const isTimed = hour !== undefined && minute !== undefined;
      return {
        uid: event.uid,
        title: event.title,
        description: event.description,
        ...(event.url === null ? {} : { url: event.url }),
        start: isTimed ? [year, month, day, hour, minute] : [year, month, day],
        startInputType: "local" as const,
        startOutputType: "local" as const,
        duration: isTimed ? { minutes: 30 } : { days: 1 },
        status: event.isPublished ? ("CONFIRMED" as const) : ("TENTATIVE" as const),
        timestamp: STAMP,
      };
    }) as never,
    { calName: "storybank", productId: "storybank" },
  );
  if (error !== null && error !== undefined) throw error;
  // A T without a time behind it is none of RFC 5545's durations.
  const text = (value ?? "").replace(/^(DURATION:P\d+D)T(\r?)$/gm, "$1$2");
  return timezone === null ? text : text.replace(/^(DTSTART|DTEND):(\d{8}T\d{6})\r?$/gm, `$1;TZID=${timezone}:$2\r`);
}

/** The same bytes for the same bank: a stamp of the moment would make every export differ. */
const STAMP = Date.UTC(2000, 0, 1);
