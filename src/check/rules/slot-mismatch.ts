import { dayName } from "../../calendar/days.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import { foldCase } from "../../text/letters.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The post's series, type or time is not that of its weekday's slot. */
export const slotMismatch: Rule<PostSubject> = {
  id: "slot-mismatch",
  level: "warning",
  about: "another series, type or time than the weekday's slot has",
  find({ post, text, calendar }) {
    const slot = post.day === null ? undefined : calendar.slots.get(post.day);
    if (slot === undefined || post.day === null) return [];
    const day = dayName(post.day);
    const keys = [
      ["series", post.series, slot.series],
      ["type", post.type, slot.type],
      ["time", post.planned.time, slot.time],
    ] as const;
    return keys.flatMap(([key, own, wanted]) =>
      own === null || wanted === null || isLike(own, wanted)
        ? []
        : [
            {
              line: keyLine(text, key),
              message: `Its ${key} is ${own}; the ${day} slot has ${wanted}.`,
              remedy: `Set ${key}: ${wanted}, or move the post to the day it is for.`,
            },
          ],
    );
  },
};

/** One may say more than the other: "Scaling Chronicles" and "Scaling Chronicles Launch". */
function isLike(a: string, b: string): boolean {
  const [one, other] = [foldCase(a), foldCase(b)];
  return one.includes(other) || other.includes(one);
}
