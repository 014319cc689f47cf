import type { TimeMention } from "../language/find-times.ts";
import type { Passage } from "./passage.ts";

/** A time, and the passage of the story in which it stands. */
export interface TimeSpot {
  time: TimeMention;
  passage: Passage;
}

/** Whether a time of the story says at least as much: "7 September" says "September". */
export function says(time: TimeMention, told: TimeMention): boolean {
  if (time.kind === "clock")
    return (
      told.kind === "clock" &&
      (time.value === told.value || ((time.isHalfOpen || told.isHalfOpen) && time.value % 720 === told.value % 720))
    );
  if (time.kind === "weekday") return told.kind === "weekday" && told.value === time.value;
  if (time.kind === "season") return told.kind === "season" && told.value === time.value;
  if (time.kind === "year") return told.year === time.year;
  if (time.year !== null && told.year !== null && time.year !== told.year) return false;
  if (time.kind === "month") return told.month === time.month;
  return (
    told.kind === "date" &&
    told.day === time.day &&
    (time.month === null || told.month === null || told.month === time.month)
  );
}

/** Whether a time of the story may stand where another is said. */
export function isRivalTime(time: TimeMention, told: TimeMention): boolean {
  if (time.kind === "month" && told.kind === "date")
    return !says(time, told) && (told.year === null || told.year === time.year);
  return told.kind === time.kind && !says(time, told);
}
