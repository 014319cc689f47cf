import { listed } from "../language/dictionary.ts";

/** Whether a word denies what stands with it: "not", "nobody's", "zero", "0". "Nothing" may be all that is the matter. */
export function denies(key: string): boolean {
  if (key === "zero" || key === "0") return true;
  return key !== "nothing" && listed("negation").get(key.replace(/'s$/, "")) === true;
}
