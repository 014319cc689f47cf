import { LEXICONS } from "./dictionary.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

/** The month that a name or its beginning means, from 1, without regard to accents: "October", "Okt", "aout". */
export function monthNamed(written: string): number | null {
  const wanted = withoutAccents(written);
  const isNamed = (month: number): boolean => namesOf(month).some((name) => withoutAccents(name).startsWith(wanted));
  const found = MONTHS.find(isNamed);
  return found === undefined ? null : found + 1;
}

function namesOf(month: number): readonly string[] {
  return LEXICONS.flatMap(({ months }) => months[month] ?? []);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
