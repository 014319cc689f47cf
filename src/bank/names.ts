import slugify from "@sindresorhus/slugify";

const LONGEST = 80;
/** Names Windows keeps for devices, with or without an ending. */
const DEVICES: readonly string[] = ["con", "prn", "aux", "nul"];

function isDevice(name: string): boolean {
  return DEVICES.includes(name) || /^(?:com|lpt)\d$/.test(name);
}

/** Makes a file name of any title: ASCII letters, digits and dashes, at most 80 characters; `fallback` where nothing is left. */
export function fileName(title: string, fallback: string): string {
  const words = slugify(title.normalize("NFC"), { customReplacements: SPOKEN, decamelize: false });
  const name =
    words.length > LONGEST
      ? words
          .slice(0, LONGEST + 1)
          .replace(/-[^-]*$/, "")
          .slice(0, LONGEST)
      : words;
  if (name === "") return fallback;
  return isDevice(name) ? `${name}-story` : name;
}

/** A name that somebody chose for a file, as it is where it is safe everywhere, else made safe; null where nothing is left of it. */
export function chosenName(name: string): string | null {
  const plain = name.normalize("NFC");
  const isSafe = PLAIN.test(plain) && !isDevice(plain.toLowerCase());
  const safe = isSafe ? plain : fileName(plain, "");
  return safe === "" ? null : safe;
}

/** Letters of any script, digits, and dashes, dots and underscores between them. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,98}[\p{L}\p{M}\p{N}_-])?$/u;

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let copy = 1; ; copy++) {
    const candidate = copy === 1 ? name : `${name}-${copy}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const SPOKEN: [string, string][] = [
  ["C++", "cpp"],
  ["C#", "csharp"],
  ["F#", "fsharp"],
  [".NET", "dotnet"],
  ["→", " to "],
  ["%", " percent "],
  ["&", " and "],
  ["'", ""],
  ["’", ""],
];
