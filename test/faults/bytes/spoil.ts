import type { Draw } from '#test/bench/synthetic/draw.ts'

const SECTOR = 512

/** What was done to some bytes: where, how, and what they are now. */
export interface Spoiled {
  readonly bytes: Buffer
  readonly how: string
}

/** Flips a bit, zeroes a byte or a run of up to a sector, or puts another byte in place; always something changes. */
export function spoil(whole: Buffer, draw: Draw): Spoiled {
  for (;;) {
    const bytes = Buffer.from(whole)
    const at = draw.whole(0, whole.length - 1)
    const how = spoilAt(bytes, at, draw)
    if (!bytes.equals(whole)) return { bytes, how: `${how} at ${at}` }
  }
}

function spoilAt(bytes: Buffer, at: number, draw: Draw): string {
  const byte = bytes.readUInt8(at)
  const way = draw.pick(['flipped', 'flipped', 'zeroed', 'zeroed run', 'other'])
  switch (way) {
    case 'flipped': {
      const bit = draw.whole(0, 7)
      bytes.writeUInt8(byte ^ (1 << bit), at)
      return `bit ${bit} flipped`
    }
    case 'zeroed':
      bytes.writeUInt8(0, at)
      return 'zeroed'
    case 'zeroed run': {
      const length = draw.whole(2, SECTOR)
      bytes.fill(0, at, Math.min(bytes.length, at + length))
      return `${length} zeroed`
    }
    default:
      bytes.writeUInt8(draw.whole(0, 255), at)
      return 'another byte'
  }
}
