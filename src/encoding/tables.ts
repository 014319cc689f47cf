import iconv from "iconv-lite";

/** The encodings through which UTF-8 is known to be misread. */
export type Misreading = "windows-1252" | "macintosh";

/** The byte a character stands for in an encoding; only the upper half matters, the lower is ASCII in both. */
export type ByteTable = ReadonlyMap<string, number>;

const UPPER_HALF = Array.from({ length: 128 }, (_, i) => 0x80 + i);

/**
 * Windows-1252 and ISO 8859-1 in one: programs that read Latin-1 leave the bytes 80–9F as C1 controls, browsers do so
 * for the five that Windows-1252 leaves undefined (WHATWG Encoding, index windows-1252).
 */
function windowsTable(): ByteTable {
  const table = new Map(UPPER_HALF.map((byte) => [String.fromCharCode(byte), byte]));
  for (const byte of UPPER_HALF) addLetter(table, iconv.decode(Buffer.from([byte]), "windows-1252"), byte);
  return table;
}

/** Mac Roman with the euro sign and the Apple logo, which older tables lack (Apple, ROMAN.TXT). */
function macTable(): ByteTable {
  const table = new Map<string, number>();
  for (const byte of UPPER_HALF) addLetter(table, iconv.decode(Buffer.from([byte]), "macintosh"), byte);
  return table.set("€", 0xdb).set("¤", 0xdb).set("\uF8FF", 0xf0).set("Ω", 0xbd).set("\u03A9", 0xbd);
}

function addLetter(table: Map<string, number>, letter: string, byte: number): void {
  if (letter.length === 1 && letter !== "\uFFFD") table.set(letter, byte);
}

export const TABLES: Readonly<Record<Misreading, ByteTable>> = {
  "windows-1252": windowsTable(),
  macintosh: macTable(),
};
