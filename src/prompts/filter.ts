import type { Pickable } from "../context.ts";
import { foldLetters } from "../text/letters.ts";

/**
 * Finds the choices whose name holds every word that was typed, whatever their accents and capitals; a name that is what
 * was typed comes first, then those that begin with it. Where none is it and others are allowed, what was typed is the last.
 */
export function createFilter<T>(
  choices: readonly Pickable<T>[],
  other: ((typed: string) => T) | undefined,
): (typed: string) => readonly Pickable<T>[] {
  const folded = choices.map(({ name }) => foldLetters(name));
  return (typed) => {
    const wanted = foldLetters(typed.trim());
    if (wanted === "") return choices;
    const words = wanted.split(/\s+/);
    const found = choices
      .map((choice, at) => ({ choice, name: folded[at] ?? "" }))
      .filter(({ name }) => words.every((word) => name.includes(word)))
      .map(({ choice, name }) => ({ choice, rank: Number(name !== wanted) + Number(!name.startsWith(wanted)) }))
      .sort((a, b) => a.rank - b.rank);
    const isNew = other !== undefined && found[0]?.rank !== 0;
    return [
      ...found.map(({ choice }) => choice),
      ...(isNew ? [{ name: `New: ${typed.trim()}`, value: other(typed.trim()) }] : []),
    ];
  };
}
