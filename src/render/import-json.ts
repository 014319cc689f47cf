import type { ImportReport } from "../jobs/import-report.ts";
import { wordLeft } from "./left-file.ts";
import { toJson } from "./visible.ts";

/** What became of each file, in the public shape. */
export function importToJson(reports: readonly ImportReport[]): string {
  return toJson({
    files: reports.map(({ problems: _, differences: __, wasNotUtf8: ___, why, left, stories, ...shown }) => ({
      ...shown,
      stories: stories.map(({ title, signs }) => ({ title, person: signs.person, figure: signs.figure })),
      why: why === null ? null : wordLeft(why),
      left: left.map((part) => ({ title: part.title, why: wordLeft(part.why) })),
    })),
  });
}
