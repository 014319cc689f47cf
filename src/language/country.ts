let countries: ReadonlySet<string> | undefined;

/** Whether words are the English name of a country, as the platform's own data (CLDR) has it. */
export function isCountry(name: string): boolean {
  countries ??= new Set(namesOfCountries());
  return countries.has(name.toLowerCase());
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function namesOfCountries(): string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(`${first}${second}`)?.toLowerCase() ?? []));
}
