import * as fs from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './words.mjs'

/** A store's folder, or a backup that was unpacked into one. */
export function storeFolder(folder) {
  const path = name => join(folder, name)
  return {
    has: name => fs.existsSync(path(name)),
    text: name => (fs.existsSync(path(name)) ? fs.readFileSync(path(name), 'utf8') : undefined),
    copy(name, to) {
      fs.copyFileSync(path(name), to, fs.constants.COPYFILE_EXCL)
      fs.chmodSync(to, 0o600)
    },
  }
}

/** A backup: a ZIP whose files are stored as they are. */
export function backupFile(file) {
  const handle = fs.openSync(file, 'r')
  const entries = entriesOf(handle, fs.fstatSync(handle).size)
  return {
    has: name => entries.has(name),
    text: name =>
      entries.has(name) && readAt(handle, entries.get(name).start, entries.get(name).size).toString(),
    copy(name, to) {
      const { start, size } = entries.get(name)
      const out = fs.openSync(to, 'wx', 0o600)
      for (let done = 0; done < size; done += PIECE)
        fs.writeSync(out, readAt(handle, start + done, Math.min(PIECE, size - done)))
      fs.closeSync(out)
    },
  }
}

const PIECE = 1024 * 1024
const LARGEST_END = 22 + 0xffff
const END_OF_ZIP = 0x06054b50
const IS_ZIP64 = 0xffffffff

/** Where each file of a ZIP begins and how long it is, by its central directory. */
function entriesOf(handle, bytes) {
  const tail = readAt(handle, Math.max(0, bytes - LARGEST_END), Math.min(bytes, LARGEST_END))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_ZIP) end -= 1
  if (end < 0) throw new Refusal('This file is no whole backup.', '该文件不是完整的备份。')
  const at = tail.readUInt32LE(end + 16)
  if (at === IS_ZIP64)
    throw new Refusal(
      'Larger than 4 GB: unpack it with a ZIP program and name the folder.',
      '文件大于 4 GB：请用解压软件解压后指定该文件夹。',
    )
  const directory = readAt(handle, at, tail.readUInt32LE(end + 12))
  const entries = new Map()
  for (let place = 0; place < directory.length; ) {
    const [name, extra, comment] = [28, 30, 32].map(field => directory.readUInt16LE(place + field))
    const local = directory.readUInt32LE(place + 42)
    const header = readAt(handle, local, 30)
    const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    const called = directory.toString('utf8', place + 46, place + 46 + name)
    entries.set(called, { start, size: directory.readUInt32LE(place + 24) })
    place += 46 + name + extra + comment
  }
  return entries
}

export function readAt(handle, position, length) {
  const piece = Buffer.alloc(length)
  if (fs.readSync(handle, piece, 0, length, position) === length) return piece
  throw new Refusal('The file ends too early.', '文件不完整。')
}
