import { crc32, inflateRawSync } from "node:zlib";
import { UserError } from "../errors.ts";
import { leadsOut, packedBytes, readZipDirectory, type ZipEntry } from "../import/zip-directory.ts";

/** What is in a zip, by name; nothing is unpacked before it is asked for, and nothing ever onto a disk. */
export interface OpenZip {
  entries: readonly ZipFile[];
}

export interface ZipFile {
  name: string;
  size: number;
  problem: ZipProblem | null;
  /** Its bytes; null where they are not what the directory says of them. */
  read(): Uint8Array | null;
}

/** Why a file of a zip is left alone. */
export type ZipProblem = "leads-out" | "link" | "encrypted" | "same-name";

/** All that is taken out of a zip may come to so many bytes: more is no bank of stories, but a bomb. */
const MOST_UNPACKED = 1_000_000_000;

/** Opens a zip; null where it is none, or its directory is damaged. */
export function openZip(bytes: Uint8Array): OpenZip | null {
  const entries = readZipDirectory(bytes);
  if (entries === null) return null;
  const seen = new Set<string>();
  return {
    entries: entries.map((entry) => {
      const isAgain = seen.has(entry.name);
      seen.add(entry.name);
      return {
        name: entry.name,
        size: entry.size,
        problem: problemOf(entry, isAgain),
        read: () => unpack(bytes, entry),
      };
    }),
  };
}

/** Refuses a zip whose wanted files say of themselves that they come to more than any bank of stories. */
export function refuseBomb(file: string, wanted: readonly Pick<ZipFile, "size">[]): void {
  if (wanted.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    throw new UserError(`${file} unpacks to more than 1 GB of text, so it was left alone.`, {
      hint: "Unpack it yourself, and import the folder with your notes.",
    });
}

function problemOf(entry: ZipEntry, isAgain: boolean): ZipProblem | null {
  if (leadsOut(entry.name)) return "leads-out";
  if (entry.isLink) return "link";
  if (entry.isEncrypted) return "encrypted";
  return isAgain ? "same-name" : null;
}

/** Never makes more than the directory says, whatever is packed there. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (packed === null || (entry.method !== 0 && entry.method !== 8)) return null;
  try {
    const unpacked = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return unpacked.length === entry.size && crc32(unpacked) === entry.crc ? unpacked : null;
  } catch {
    return null;
  }
}
