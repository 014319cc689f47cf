import type { Ingredients } from "../../src/fit/assemble.ts";
import { EMPTY_STYLE } from "../../src/post/style.ts";
import type { PostTemplate } from "../../src/templates/post-template.ts";

/** A post template with nothing but what a test says of it. */
export function postTemplate(given: Partial<PostTemplate> & { body: string }): PostTemplate {
  return {
    name: "t",
    about: "",
    question: null,
    likes: [],
    needs: [],
    prefers: [],
    rank: 50,
    length: null,
    showsCode: false,
    keep: [],
    ...given,
  };
}

/** A post with no wishes: everything that fits the platform. */
export const PLAIN_POST: Pick<
  Ingredients,
  "title" | "closing" | "length" | "with" | "without" | "roles" | "only" | "style"
> = {
  title: "",
  closing: null,
  length: null,
  with: [],
  without: [],
  roles: [],
  only: null,
  style: EMPTY_STYLE,
};
