import { UserError } from "../errors.ts";
import { HIDDEN } from "../post/hide-private-names.ts";
import { visible } from "../render/visible.ts";

/**
 * Refuses a text that is to be saved and holds what only stands for something in an answer: a hidden name, or an escaped character.
 * What stands in the text that it takes the place of (`before`) may stay.
 *
 * @throws UserError that says what to do about it.
 */
export function refusePlaceholders(text: string, before: string, areNamesHidden: boolean): void {
  if (areNamesHidden && text.includes(HIDDEN) && !before.includes(HIDDEN))
    throw new UserError(`The text has ${HIDDEN}, which stands for a name that is not shown here.`, {
      hint: "Write around the name.",
    });
  const escaped = [...text.matchAll(/\\u\{([0-9a-f]{2,5})\}/g)].find(
    ([written, digits = ""]) => visible(String.fromCodePoint(Number.parseInt(digits, 16))) === written,
  )?.[0];
  if (escaped !== undefined && !before.includes(escaped))
    throw new UserError(`The text has ${escaped}, which stands for a character that nobody sees.`, {
      hint: "Leave it out.",
    });
}
