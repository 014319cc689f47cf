import twitter from "twitter-text";

/** X's own counting, in a chunk of its own: it carries the tables of all top-level domains. */
export const { parseTweet, extractUrlsWithIndices } = twitter;
