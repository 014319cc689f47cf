import { keyLine } from "../../front-matter/key-line.ts";
import { findPlatform, PLATFORMS } from "../../post/platforms.ts";
import type { PostSubject, Rule } from "../rule.ts";

/** The post is for a platform that storybank does not know. */
export const unknownPlatform: Rule<PostSubject> = {
  id: "unknown-platform",
  level: "error",
  about: "a platform that is not there",
  find({ post, text }) {
    if (findPlatform(post.platform) !== undefined) return [];
    return [
      {
        line: keyLine(text, "platform"),
        message: `There is no platform “${post.platform}”.`,
        remedy: `There are: ${PLATFORMS.map(({ name }) => name).join(", ")}.`,
      },
    ];
  },
};
