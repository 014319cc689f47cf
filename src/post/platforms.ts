/** How long a post may be on a platform, in the platform's own unit. */
export interface Platform {
  name: string;
  title: string;
  limit: number;
  /** The unit in words, for the terminal. */
  unit: string;
  measure(text: string): number;
}

/**
 * LinkedIn's API refuses longer text with "ShareCommentary text length … maximum allowed (3000 characters)". It names no
 * unit; UTF-16 units, where an emoji counts 2, is the safe reading.
 */
const LINKEDIN: Platform = {
  name: "linkedin",
  title: "LinkedIn",
  limit: 3000,
  unit: "characters",
  measure: (text) => text.length,
};

/** The platforms drafts can be written for. */
export const PLATFORMS: readonly Platform[] = [LINKEDIN];
