import { UserError } from "../errors.ts";
import type { Choice } from "../post/choose.ts";
import type { PostTemplate } from "../templates/post-template.ts";

/**
 * The template that was asked for, else the one whose name the series ends in ("Architecture Debate"), else `story`.
 *
 * @throws UserError that lists the templates when there is none of the name that was asked for.
 */
export function choosePostTemplate(
  name: string | null,
  choice: Choice,
  templates: readonly PostTemplate[],
): PostTemplate {
  if (name !== null) return findPostTemplate(name, templates);
  const series = (choice.story.series ?? choice.slot.series ?? "").toLowerCase();
  return (
    templates.find((template) => template.name !== "story" && series.includes(template.name)) ??
    findPostTemplate("story", templates)
  );
}

function findPostTemplate(name: string, templates: readonly PostTemplate[]): PostTemplate {
  const found = templates.find((template) => template.name === name.toLowerCase());
  if (found === undefined)
    throw new UserError(`There is no post template "${name}".`, {
      hint: `There are: ${templates.map((template) => template.name).join(", ")}.`,
    });
  return found;
}
