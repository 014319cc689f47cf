import iconv from "iconv-lite";
import { repairEncoding } from "./repair.ts";

/** A file's text, and what had to be done to read it. */
export interface Decoded {
  /** With line feeds as line ends and no byte order mark. */
  text: string;
  /** `utf-8`, or the encodings the text was written or misread in, joined by commas. */
  from: string;
  /** How many places were repaired. */
  repaired: number;
  /** True where the bytes were no UTF-8 at all. */
  wasNotUtf8: boolean;
}

/** Reads the bytes of a document from outside: UTF-8 repaired where it was misread, UTF-16 by its mark, else Windows-1252. */
export function decodeDocument(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return finish(iconv.decode(Buffer.from(bytes), utf16), utf16);
  try {
    return finish(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), null);
  } catch {
    return finish(iconv.decode(Buffer.from(bytes), "windows-1252"), "windows-1252");
  }
}

/** UTF-16 that says so by its mark. */
function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function finish(read: string, encoding: string | null): Decoded {
  const { text, encodings, places } = repairEncoding(read);
  const from = [...new Set([...(encoding === null ? [] : [encoding]), ...encodings])].join(", ") || "utf-8";
  return {
    text: text.replace(/^\uFEFF+/, "").replace(/\r\n?/g, "\n"),
    from,
    repaired: places,
    wasNotUtf8: encoding !== null,
  };
}
