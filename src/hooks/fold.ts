/** LinkedIn cuts at about 140 characters on a phone; it publishes no number (preview tools and creators agree on the range). */
export const PHONE_FOLD = 140;

/** It shows three lines at most, whatever their length. */
export const FOLD_LINES = 3;
