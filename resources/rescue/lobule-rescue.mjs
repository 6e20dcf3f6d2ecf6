/*
 * Opens a store or a backup of Lobule without Lobule. Needs Node 24.7 or later and nothing else: no package, no network.
 * README.md beside this file says how, and how to do the same by other means.
 */
import { argon2Sync } from 'node:crypto'
import * as fs from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { backupFile, storeFolder } from './parts/files.mjs'
import { keyByPassword, keyByRecovery, keyringIn } from './parts/keyring.mjs'
import { decryptDatabase, opensWith } from './parts/pages.mjs'
import { exportBy, statements } from './parts/sqlcipher.mjs'
import { Refusal, say } from './parts/words.mjs'

const USAGE = `node lobule-rescue.mjs SOURCE --into FOLDER [--user NAME] [--decrypt | --sqlcipher PROGRAM]

  SOURCE               the folder of a store, or a backup (.lobule)
  --into FOLDER        a new folder for a copy of the database; SOURCE itself is only read
  --user NAME          asks for the password of this user; without it for the recovery key
  --decrypt            writes FOLDER/plain.db, an ordinary SQLite database, without SQLCipher
  --sqlcipher PROGRAM  has SQLCipher 4 write FOLDER/plain.db
                       without either: prints the statements for SQLCipher 4, the key among them

The secret is asked for, or read from the standard input. What is written to plain.db is not encrypted any more.`

try {
  await rescue()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode
}

async function rescue() {
  const { source, into, user, decrypt, sqlcipher } = asked()
  const from = fs.statSync(source).isDirectory() ? storeFolder(source) : backupFile(source)
  const keyring = keyringIn(from.text('keyring.json'))
  const secret = await askSecret(user)
  const key = user === undefined ? keyByRecovery(keyring, secret) : keyByPassword(keyring, user, secret)
  // The folder may have been there for everybody to read; a program that is run inherits this.
  process.umask(0o077)
  fs.mkdirSync(into, { recursive: true, mode: 0o700 })
  const database = copied(from, into, key)
  const plain = join(into, 'plain.db')
  if (decrypt) decryptDatabase(database, plain, key)
  else if (sqlcipher === undefined) process.stdout.write(statements(plain, key))
  else exportBy(sqlcipher, { database, plain, key })
  if (decrypt || sqlcipher !== undefined)
    say(`Written, and NOT encrypted: ${plain}`, `已写出，且未加密：${plain}`)
  else say(`For: sqlcipher ${quoted(database)}`, `用于：sqlcipher ${quoted(database)}`)
}

function asked() {
  const options = { into: { type: 'string' }, user: { type: 'string' }, sqlcipher: { type: 'string' } }
  let parsed
  try {
    parsed = parseArgs({ options: { ...options, decrypt: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    throw new Refusal(USAGE, '', 2)
  }
  const { values, positionals } = parsed
  const [source] = positionals
  if (positionals.length !== 1 || values.into === undefined || (values.decrypt && values.sqlcipher))
    throw new Refusal(USAGE, '', 2)
  if (typeof argon2Sync !== 'function')
    throw new Refusal(
      `This is Node ${process.versions.node}; 24.7 or later is needed.`,
      '需要 Node 24.7 或更高版本。',
    )
  if (!fs.existsSync(source)) throw new Refusal(`Not there: ${source}`, `找不到：${source}`)
  if (fs.existsSync(values.into) && fs.readdirSync(values.into).length > 0)
    throw new Refusal(`Not empty: ${values.into}`, `文件夹不为空：${values.into}`)
  return { ...values, source, into: resolve(values.into) }
}

/** Never as an argument: those are seen by everybody on the computer and kept by the shell. */
async function askSecret(user) {
  const name = user === undefined ? 'Recovery key 恢复密钥' : `Password of ${user} 密码`
  const isTyped = process.stdin.isTTY
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTyped })
  if (isTyped) process.stderr.write(`${name}: `)
  for await (const line of lines) {
    lines.close()
    if (isTyped) process.stderr.write('\n')
    return line
  }
  throw new Refusal('No password or recovery key was given.', '未提供密码或恢复密钥。')
}

/** The database beside what was not brought into it yet; after a crash while re-keying, the one that the key opens. */
function copied(from, into, key) {
  const to = join(into, 'lobule.db')
  for (const name of ['lobule.db', 'next/lobule.db'].filter(from.has)) {
    fs.rmSync(to, { force: true })
    from.copy(name, to)
    if (!opensWith(to, key)) continue
    if (name === 'lobule.db' && from.has('lobule.db-wal')) from.copy('lobule.db-wal', `${to}-wal`)
    return to
  }
  throw new Refusal(
    'The key is right, but no database opens with it: its first page is damaged, or it is of another store.',
    '密钥正确，但无法打开数据库：首页已损坏，或属于另一个数据库。',
  )
}

function quoted(path) {
  return `"${path.replaceAll('"', '\\"')}"`
}
