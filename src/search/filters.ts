import type { Filter, Query } from "./query.ts";

/** What filters ask of a story or post. */
export interface Filterable {
  kind: "story" | "post";
  week: number | null;
  day: string | null;
  status: string;
  /** A story's tags, a post's hashtags. */
  tags: readonly string[];
}

/** Whether a text has all the tags that are asked for, any of the weeks, days, statuses and kinds, and nothing that is excluded. */
export function passesFilters({ filters, excluded }: Query, item: Filterable): boolean {
  if (excluded.some((filter) => fits(filter, item))) return false;
  return filters.every(
    (filter) =>
      fits(filter, item) ||
      (filter.key !== "tag" && filters.some((other) => other.key === filter.key && fits(other, item))),
  );
}

function fits({ key, value }: Filter, item: Filterable): boolean {
  if (key === "week") return item.week === Number(value);
  if (key === "tag") return item.tags.some((tag) => squeezeTag(tag) === squeezeTag(value));
  return item[key] === value;
}

/** `incident-response`, `Incident Response` and `#IncidentResponse` are one. */
function squeezeTag(tag: string): string {
  return tag
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_#-]+/g, "");
}
