import { COUNT_SCALES } from "../language/count-scales.ts";

/** Thousands are parted by one mark throughout: `4,012`, `4.012`, `4'012`, or a space, wide or narrow, that may be no break. */
const PARTED = /^[1-9]\d{0,2}([,.'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3}){0,2}$/;
/** How platforms shorten a count: `1.2K`, `1,2 Tsd.`, `3 Mio.` */
const SHORTENED = /^(\d{1,3})(?:[.,](\d{1,2}))?[ \u00a0\u202f]?([a-z]{1,3})\.?$/i;

/** Reads a count as people and platforms write it; null for what is no count. A shortened one is as exact as it is written. */
export function parseCount(written: string): number | null {
  const text = written.trim();
  if (/^\d{1,12}$/.test(text)) return Number(text);
  if (PARTED.test(text)) return Number(text.replace(/\D/g, ""));
  const [, whole, decimals = "", scale = ""] = SHORTENED.exec(text) ?? [];
  const times = COUNT_SCALES[scale.toLowerCase()];
  return times === undefined ? null : Math.round(Number(`${whole}.${decimals || "0"}`) * times);
}
