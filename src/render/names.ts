import type { ListedName } from "../jobs/names.ts";
import type { Paint } from "./paint.ts";
import { renderTable } from "./table.ts";
import { visibleLine } from "./visible.ts";

/** The names of a bank as a table: what each names, where it stands, and what was decided of it. */
export async function renderNames(names: readonly ListedName[], paint: Paint, columns: number): Promise<string> {
  return renderTable(
    [
      { shrinks: true, paint: paint.accent },
      { needs: 40, paint: paint.faint },
      { paint: paint.faint },
      { shrinks: "first" },
    ],
    names.map(({ name, kind, stories, posts, decided, alias }) => [
      visibleLine(name),
      kind,
      wordUses({ stories, posts }),
      decided === "alias" ? `“${visibleLine(alias ?? "")}”` : decided,
    ]),
    columns,
  );
}

/** "2 stories, 1 post" */
export function wordUses({ stories, posts }: Pick<ListedName, "stories" | "posts">): string {
  const words = [wordCount(stories, "story", "stories"), wordCount(posts, "post", "posts")];
  return words.filter((word) => word !== "").join(", ");
}

/** Says which names came in that nobody has decided on, and where to; empty where there are none. */
export function wordNewNames(names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, MOST_NAMED).map(visibleLine);
  const more = names.length - shown.length;
  const list = [...shown, ...(more > 0 ? [`${more} more`] : [])];
  const words = list.length === 1 ? (list[0] ?? "") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;
  return `New ${names.length === 1 ? "name" : "names"}: ${words}. May posts say ${names.length === 1 ? "it" : "them"}? See: storybank names\n`;
}

const MOST_NAMED = 5;

function wordCount(count: number, one: string, many: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
