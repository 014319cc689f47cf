import type { LeftOut } from "../post/notes.ts";
import { type Group, type Part, partsOf, type Section } from "./parts.ts";

/** What of a story is left out, part by part. */
export function listLeftOut(sections: readonly Section[], kept: ReadonlySet<Part>): LeftOut[] {
  return sections.flatMap((section) => {
    const parts = partsOf(section);
    const gone = parts.filter((part) => !kept.has(part));
    const characters = gone.reduce((sum, part) => sum + part.text.length, 0);
    return gone.length === 0
      ? []
      : [
          {
            role: section.role,
            title: section.title,
            characters,
            parts: gone.length,
            of: parts.length,
            lists: section.groups.flatMap((group) => loneBullet(group, kept)),
          },
        ];
  });
}

/** A list that is told by a single one of its points. */
function loneBullet(group: Group, kept: ReadonlySet<Part>): LeftOut["lists"] {
  const points = group.parts.filter((part) => part.kind !== "explanation" && part.kind !== "rest" && part.of === null);
  const [told, ...others] = points.filter((part) => kept.has(part));
  if (group.kind === "paragraph" || group.kind === "line" || told === undefined || others.length > 0) return [];
  return points.length < 2 ? [] : [{ told: told.text, more: points.length - 1 }];
}
