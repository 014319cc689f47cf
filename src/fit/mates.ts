import { isAfterLabel, isBeforeLabel } from "../language/change-label.ts";
import type { Part } from "./parts.ts";
import { saysOnlyWhen } from "./traits.ts";

/** The parts of a group that are told together or not at all: what each says nothing without, wherever it stands. */
export function findMates(parts: readonly Part[]): Map<Part, readonly Part[]> {
  return new Map([...findBracketMates(parts), ...findChangeMates(parts), ...findWhatFollows(parts)]);
}

/** "(17 is an odd number. We checked.)": the sentences of one bracket, each with all of them. */
function findBracketMates(parts: readonly Part[]): Map<Part, readonly Part[]> {
  const mates = new Map<Part, readonly Part[]>();
  let inside: Part[] = [];
  let depth = 0;
  for (const part of parts) {
    depth += part.text.split("(").length - part.text.split(")").length;
    if (depth > 0 || inside.length > 0) inside.push(part);
    if (depth > 0) continue;
    for (const each of inside) mates.set(each, inside);
    inside = [];
    depth = 0;
  }
  return mates;
}

/** "Before: …" and the "After: …" behind it: what was means nothing without what became of it. */
function findChangeMates(parts: readonly Part[]): Map<Part, readonly Part[]> {
  const mates = new Map<Part, readonly Part[]>();
  for (const [index, part] of parts.entries()) {
    const after = parts[index + 1];
    if (after === undefined || !isBeforeLabel(labelOf(part)) || !isAfterLabel(labelOf(after))) continue;
    mates.set(part, [after]);
    mates.set(after, [part]);
  }
  return mates;
}

/** "12:19. Lena rings the bank.": a point that only says when says nothing without what happened then. */
function findWhatFollows(parts: readonly Part[]): Map<Part, readonly Part[]> {
  const follows = new Map<Part, readonly Part[]>();
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.kind === "bullet" && next?.of === part && saysOnlyWhen(part.text)) follows.set(part, [next]);
  }
  return follows;
}

/** The words in front of a part's colon. */
function labelOf({ text }: Part): string {
  return /^([^:]{3,20}):\s/.exec(text)?.[1] ?? "";
}
