import type { CivilDate } from '#shared/core/civil-date.ts'

/** One file of a ZIP that stores its files as they are. */
export interface StoredEntry {
  /** ASCII. */
  readonly name: string
  readonly bytes: number
  readonly crc: number
  /** Where its header begins. */
  readonly offset: number
}

/** The largest ZIP without the additions for more; a larger one is written by the library. */
export const LARGEST = 0xffff_ffff

const VERSION = 20
/** Made on Unix, by version 6.3 of the format. */
const MADE_BY = 0x033f
/** Checksum and sizes follow the file: it is written in one go, and its checksum is known at its end. */
const FLAGS = 0x0008
const OWNER_ONLY_FILE = 0o100600

/** Before the file itself (APPNOTE 4.3.7). */
export function localHeader(name: string, on: CivilDate): Buffer {
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt32LE(dosTime(on), 10)
  header.writeUInt16LE(name.length, 26)
  header.write(name, 30, 'ascii')
  return header
}

/** After the file (4.3.9). */
export function dataDescriptor({ crc, bytes }: Pick<StoredEntry, 'crc' | 'bytes'>): Buffer {
  const descriptor = Buffer.alloc(16)
  for (const [index, value] of [0x08074b50, crc, bytes, bytes].entries())
    descriptor.writeUInt32LE(value, index * 4)
  return descriptor
}

/** What stands at the end: every file and where it is (4.3.12, 4.3.16). `offset` is where this begins. */
export function centralDirectory(entries: readonly StoredEntry[], offset: number, on: CivilDate): Buffer {
  const directory = Buffer.concat(entries.map(entry => centralHeader(entry, on)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([directory, end])
}

function centralHeader({ name, crc, bytes, offset }: StoredEntry, on: CivilDate): Buffer {
  const header = Buffer.alloc(46 + name.length)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(MADE_BY, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt32LE(dosTime(on), 12)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(bytes, 20)
  header.writeUInt32LE(bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(OWNER_ONLY_FILE * 0x10000, 38)
  header.writeUInt32LE(offset, 42)
  header.write(name, 46, 'ascii')
  return header
}

/** Noon of the day, as MS-DOS wrote time and date: it has no zone, and is not before 1980. */
function dosTime(on: CivilDate): number {
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number)
  const date = ((Math.max(1980, year) - 1980) << 9) | (month << 5) | day
  return date * 0x10000 + (12 << 11)
}
