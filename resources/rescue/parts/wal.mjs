import * as fs from 'node:fs'

const PAGE = 4096
const FRAME = 24
const WAL_HEADER = 32

/** The committed pages that a crash left in the WAL: up to the first frame whose running checksum does not follow. */
export function committedPages(file) {
  const wal = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)
  const committed = { pages: new Map(), size: undefined }
  if (wal.length < WAL_HEADER) return committed
  const read = wal.readUInt32BE(0) % 2 === 1 ? 'readUInt32BE' : 'readUInt32LE'
  let sum = checksum(wal.subarray(0, 24), [0, 0], read)
  let waiting = []
  for (let at = WAL_HEADER; at + FRAME + PAGE <= wal.length; at += FRAME + PAGE) {
    const page = wal.subarray(at + FRAME, at + FRAME + PAGE)
    sum = checksum(page, checksum(wal.subarray(at, at + 8), sum, read), read)
    const follows = sum[0] === wal.readUInt32BE(at + 16) && sum[1] === wal.readUInt32BE(at + 20)
    if (!follows || wal.compare(wal, 16, 24, at + 8, at + 16) !== 0) break
    waiting.push([wal.readUInt32BE(at), page])
    const size = wal.readUInt32BE(at + 4)
    if (size === 0) continue
    for (const [number, content] of waiting) committed.pages.set(number, content)
    committed.size = size
    waiting = []
  }
  return committed
}

/** https://www.sqlite.org/fileformat2.html, section 4.2. */
function checksum(bytes, [first, second], read) {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + bytes[read](at) + b) >>> 0
    b = (b + bytes[read](at + 4) + a) >>> 0
  }
  return [a, b]
}
