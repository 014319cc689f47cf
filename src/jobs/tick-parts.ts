import type { OfferedPart } from "../fit/offered-parts.ts";
import type { Platform } from "../post/platforms.ts";
import type { ComposedPost } from "./compose-post.ts";

/** Gives the numbers of the parts that the post is to tell. */
export type TickParts = (offer: {
  parts: readonly OfferedPart[];
  /** The post with only these parts; null where it fits on no platform. */
  compose: (only: ReadonlySet<number>) => { text: string; characters: number } | null;
  /** How many characters the post is to have at most. */
  length: number;
}) => Promise<ReadonlySet<number>>;

/** The post as it is chosen, or with the parts that somebody ticks. */
export async function tickParts(
  compose: (only: ReadonlySet<number> | undefined) => ComposedPost,
  tick: TickParts | null,
  { limit }: Platform,
): Promise<ComposedPost> {
  const chosen = compose(undefined);
  if (tick === null || chosen.post === null) return chosen;
  const { parts } = chosen.post;
  return compose(
    await tick({
      parts,
      compose: (only) => compose(only).post,
      length: chosen.length ?? limit ?? Number.POSITIVE_INFINITY,
    }),
  );
}
