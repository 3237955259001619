import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** As it is written into the archive, however odd; a folder's ends with a slash. */
  name: string
  content?: string | Uint8Array
  /** Kind and permissions, as Unix has them; a regular file unless told. */
  mode?: number
  /** What the table of contents claims, if that isn't the truth. */
  claimedSize?: number
}

/** 2026-01-02 03:04:06, as DOS writes it. */
const TIME = (3 << 11) | (4 << 5) | (6 / 2)
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 2

/** A zip file of exactly these entries: nothing is put right, and the same ones give the same bytes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const raw = Buffer.from(entry.content ?? '')
    const body = deflateRawSync(raw)
    const size = entry.claimedSize ?? raw.length
    const common = [
      u16(20),
      u16(0x800),
      u16(8),
      u16(TIME),
      u16(DATE),
      u32(crc32(raw)),
      u32(body.length),
      u32(size),
    ]
    const local = Buffer.concat([u32(0x04034b50), ...common, u16(name.length), u16(0), name, body])
    const mode = entry.mode ?? (entry.name.endsWith('/') ? 0o040755 : 0o100644)
    const place = [u16(0), u16(0), u16(0), u16(0), u32((mode << 16) >>> 0), u32(offset)]
    // Made on a Unix.
    const made = u16((3 << 8) | 20)
    central.push(Buffer.concat([u32(0x02014b50), made, ...common, u16(name.length), ...place, name]))
    locals.push(local)
    offset += local.length
  }
  const table = Buffer.concat(central)
  const count = u16(entries.length)
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(table.length), u32(offset), u16(0)]
  return Buffer.concat([...locals, table, ...end])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
