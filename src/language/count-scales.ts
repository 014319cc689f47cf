/**
 * How platforms shorten counts in the languages they speak: `1.2K`, `1,2 Tsd.`, `3 mil`. They stand apart from the lexicons, since the
 * results of every post are read by them and a list starts without those.
 */
export const COUNT_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  mil: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
};
