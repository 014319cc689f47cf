import iconv from "iconv-lite";

/** A file of a zip, as its directory tells of it. */
export interface ZipEntry {
  /** Its path with forward slashes. */
  name: string;
  /** 0 for stored, 8 for deflated. */
  method: number;
  crc: number;
  /** In bytes, packed and unpacked, as the directory says. */
  packed: number;
  size: number;
  /** Where its own head stands in the zip. */
  at: number;
  isLink: boolean;
  isEncrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEAD = 0x04034b50;
/** The end's record and the longest comment behind it (APPNOTE.TXT 4.3.16). */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Lists the files of a zip by its directory, in its order, folders left out; null for what is no zip, or a damaged one. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    if (next > bytes.length) return null;
    const entry = readEntry(bytes, view, at, nameLength ?? 0);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  // Made on Unix (the host of byte 5 is 3), the upper half of the attributes is the file's mode.
  const mode = view.getUint8(at + 5) === 3 ? view.getUint32(at + 38, true) >>> 16 : 0;
  return {
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
    isLink: (mode & 0o170000) === 0o120000,
    isEncrypted: (flags & 1) !== 0,
  };
}

/** A name without the mark of UTF-8 is that all the same on a Mac, and else of the DOS code page 437. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  const name = isUtf8 ? new TextDecoder().decode(bytes) : decodeUnmarked(bytes);
  return name.replaceAll("\\", "/").normalize("NFC");
}

function decodeUnmarked(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), "cp437");
  }
}

/** The packed bytes of a file; null where they are not in the zip. */
export function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
  if (at + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== HEAD) return null;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + packed > bytes.length ? null : bytes.subarray(from, from + packed);
}

/** Whether a path would lead out of the folder it is unpacked into. */
export function leadsOut(name: string): boolean {
  return /^(?:\/|[A-Za-z]:)/.test(name) || name.split("/").includes("..") || name.includes("\0");
}
