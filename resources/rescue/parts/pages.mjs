import * as crypto from 'node:crypto'
import * as fs from 'node:fs'
import { readAt } from './files.mjs'
import { committedPages } from './wal.mjs'
import { say } from './words.mjs'

// The format of SQLCipher 4: AES-256-CBC and HMAC-SHA-512 of each page.
const PAGE = 4096
const SALT = 16
const IV_AT = PAGE - 80
const MAC_AT = PAGE - 64

/** The store's key encrypts; another one, made of it and the database's first 16 bytes, authenticates. */
function pageKeys(key, firstPage) {
  const salt = firstPage.subarray(0, SALT).map(byte => byte ^ 0x3a)
  return { key, mac: crypto.pbkdf2Sync(key, salt, 2, 32, 'sha512') }
}

/** A page in clear, or undefined where it is not what was written. */
function decryptedPage(page, number, { key, mac }) {
  const from = number === 1 ? SALT : 0
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  const proof = crypto.createHmac('sha512', mac).update(page.subarray(from, MAC_AT)).update(place).digest()
  if (!crypto.timingSafeEqual(proof, page.subarray(MAC_AT))) return undefined
  const decipher = crypto
    .createDecipheriv('aes-256-cbc', key, page.subarray(IV_AT, MAC_AT))
    .setAutoPadding(false)
  const plain = Buffer.alloc(PAGE)
  if (number === 1) plain.write('SQLite format 3\0', 'latin1')
  decipher.update(page.subarray(from, IV_AT)).copy(plain, from)
  return plain
}

/** Whether the first page was written under this key. */
export function opensWith(database, key) {
  const handle = fs.openSync(database, 'r')
  const first = Buffer.alloc(PAGE)
  fs.readSync(handle, first, 0, PAGE, 0)
  fs.closeSync(handle)
  return decryptedPage(first, 1, pageKeys(key, first)) !== undefined
}

/** Page for page; one that is damaged is left empty and said, for `.recover` of the sqlite3 program to pass by. */
export function decryptDatabase(database, plain, key) {
  const encrypted = fs.openSync(database, 'r')
  const later = committedPages(`${database}-wal`)
  const count = later.size ?? Math.floor(fs.fstatSync(encrypted).size / PAGE)
  const keys = pageKeys(key, readAt(encrypted, 0, PAGE))
  const out = fs.openSync(plain, 'wx', 0o600)
  const damaged = []
  for (let number = 1; number <= count; number += 1) {
    const page = later.pages.get(number) ?? readAt(encrypted, (number - 1) * PAGE, PAGE)
    const opened = decryptedPage(page, number, keys)
    if (opened === undefined) damaged.push(number)
    // Ordinary SQLite would look for a WAL beside it.
    if (number === 1 && opened) opened.fill(1, 18, 20)
    fs.writeSync(out, opened ?? Buffer.alloc(PAGE))
  }
  fs.closeSync(out)
  if (damaged.length === 0) return
  const listed = damaged.slice(0, 20).join(', ')
  say(
    `${damaged.length} of ${count} pages are damaged and left empty (${listed}); sqlite3 plain.db .recover reads the others.`,
    `${count} 页中有 ${damaged.length} 页已损坏并留空（${listed}）；可用 sqlite3 plain.db .recover 读取其余内容。`,
  )
  process.exitCode = 1
}
