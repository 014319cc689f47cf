import { listed } from "./dictionary.ts";

/** Whether a word may be a verb in the past: by its ending, or by the list of irregular ones. */
export function isPast(key: string): boolean {
  return /..ed$/.test(key) || listed("pastForms").get(key) === true;
}
