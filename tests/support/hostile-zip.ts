import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip that no packer would write. */
export interface HostileFile {
  name: string | Uint8Array;
  text: string | Uint8Array;
  /** What the directory says of its unpacked size, where it lies. */
  saidSize?: number;
  /** Its mode on Unix: 0o120777 is a link. */
  mode?: number;
  /** Bit 0 is a password, bit 11 a name in UTF-8. */
  flags?: number;
  isDamaged?: boolean;
}

/** Packs files as they are said to be; two may have one name. */
export function hostileZip(files: readonly HostileFile[]): Uint8Array {
  const heads: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const bytes = Buffer.from(file.text);
    const packed = deflateRawSync(bytes);
    if (file.isDamaged === true) packed.fill(0xff, 2);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(file.saidSize ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03", "latin1"), fields, rest, name]));
    heads.push(head);
    at += head.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...heads, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}
