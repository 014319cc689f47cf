import { UserError } from "../errors.ts";

/**
 * The template of a name.
 *
 * @throws UserError that lists them when there is none.
 */
export function findNamed<T extends { name: string }>(kind: string, name: string, templates: readonly T[]): T {
  const found = templates.find((template) => template.name === name.toLowerCase());
  if (found === undefined)
    throw new UserError(`There is no ${kind} template "${name}".`, {
      hint: `There are: ${templates.map((template) => template.name).join(", ")}.`,
    });
  return found;
}
