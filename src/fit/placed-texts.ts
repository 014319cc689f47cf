import type { Role } from "../language/lexicon.ts";
import { layOutSection } from "./layout.ts";
import type { Block, BlockKind, StoryOutline } from "./outline-story.ts";
import { type LayoutContext, layOutProse } from "./paragraphs.ts";
import type { Part, Section } from "./parts.ts";

/** The texts a post template may place: each role's beats, `story` (all but the lesson as it was told), and the kinds of lists. */
export function placeTexts(
  { sections, blocks, ending }: StoryOutline,
  kept: ReadonlySet<Part>,
  context: LayoutContext,
  places: (name: string) => boolean,
): Record<string, string> {
  const layOut = (wanted: (section: Section) => boolean, parts: ReadonlySet<Part>): string =>
    sections
      .filter(wanted)
      .map((section) => layOutSection(section, parts, context))
      .filter((text) => text !== "")
      .join("\n\n");
  const texts: Record<string, string> = {};
  for (const role of ROLES) texts[role] = layOut((section) => section.role === role, kept);
  const end = ending.filter((part) => kept.has(part));
  texts["last"] = layOutProse(end, context).join("\n\n");
  const placed = new Set<Part>(places("last") ? end : []);
  for (const kind of BLOCK_KINDS) {
    const own = blocks
      .filter((block) => block.kind === kind)
      .flatMap((block) => [...leadOf(block), ...block.group.parts]);
    texts[kind] = layOut(() => true, new Set(own.filter((part) => kept.has(part))));
    if (places(kind)) for (const part of own) placed.add(part);
  }
  const rest = new Set([...kept].filter((part) => !placed.has(part)));
  texts["story"] = layOut(({ role }) => role !== "lesson", rest);
  texts["lesson"] = layOut(({ role }) => role === "lesson", rest);
  return texts;
}

/** The sentence that leads into a list goes where the list goes. */
function leadOf({ section, group }: Block): readonly Part[] {
  const before = section.groups[section.groups.indexOf(group) - 1];
  return before?.leadsOn === true ? before.parts.slice(-1) : [];
}

const ROLES: readonly Role[] = ["setup", "crisis", "turn", "outcome", "lesson", "detail"];
const BLOCK_KINDS: readonly BlockKind[] = ["rules", "actions", "numbers", "events"];
