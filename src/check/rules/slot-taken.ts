import { formatDate, parseDate } from "../../calendar/dates.ts";
import { keyLine } from "../../front-matter/key-line.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** Another post is for the same day, time and platform. What is published stays where it is, so only the other is named. */
export const slotTaken: Rule<PostSubject> = {
  id: "slot-taken",
  level: "warning",
  about: "two posts for one day, time and platform",
  find({ post, platform, text, samePlace, calendar }) {
    const date = parseDate(post.date ?? "");
    const [first] = samePlace;
    if (date === null || first === undefined || post.status === "published") return [];
    const when = [formatDate(date), post.time].filter((part) => part !== null).join(", ");
    const move = `storybank mark ${post.id} ${post.status}`;
    const away =
      calendar.slots.size === 0
        ? `Give it another day: ${move} --at YYYY-MM-DD`
        : `Move it to the next free slot: ${move} --next-slot`;
    const areDrafts = samePlace.every(({ story }) => story !== null && story === post.story);
    return [
      {
        line: keyLine(text, "date"),
        message: `${when} on ${platform.title} is taken already, by ${samePlace.map(({ id }) => id).join(" and ")}.`,
        remedy: areDrafts
          ? `They tell one story: publish one of them, and put the other away: storybank rm ${post.id}`
          : away,
      },
    ];
  },
};
