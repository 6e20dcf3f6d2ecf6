import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { LoginName } from '#shared/api/users.ts'
import { PASSWORD, startSite } from '#test/support/engine.ts'
import { hashesOf } from '#test/support/files-of.ts'
import { newFolder, openRaw } from '#test/support/new-store.ts'
import { type Rows, rowsOfPlain, rowsOfStore, runInSqlCipher } from './sqlcipher.ts'

const SCRIPT = join(import.meta.dirname, '../../resources/rescue/lobule-rescue.mjs')
const PROGRAM = fileURLToPath(new URL('./sqlcipher-program.ts', import.meta.url))

/** A site with a candidate, ended as a crash ends it: its last records are in the WAL only. */
async function lostSite() {
  const site = await startSite()
  onTestFinished(() => site.dispose())
  await site.addUser('coordinator')
  const candidate = { screeningNumber: '筛选-001', initials: 'WXM', sex: 'female' as const }
  await site.api.patients.register(candidate)
  const directory = join(newFolder(), '数据 store')
  await cp(site.directory, directory, { recursive: true })
  return { site, directory, recoveryKey: site.recoveryKey }
}

interface Asked {
  readonly secret: string
  readonly args: readonly string[]
}

/** Runs the script as a stranger does; the secret comes by its standard input. */
function rescue(source: string, { secret, args }: Asked) {
  const into = join(newFolder(), 'rescued')
  const run = spawnSync(process.execPath, [SCRIPT, source, '--into', into, ...args], {
    input: `${secret}\n`,
    encoding: 'utf8',
  })
  return { ...run, into, copy: join(into, 'lobule.db'), plain: join(into, 'plain.db') }
}

async function rowsIn(directory: string): Promise<Rows> {
  const opened = await unwrapForUser(readKeyring(directory), 'chen', PASSWORD)
  if (!opened) throw new Error('the store has another password')
  return rowsOfStore(openRaw(directory, opened.key))
}

const BY_PASSWORD: Asked = { secret: PASSWORD, args: ['--user', 'chen'] }
const DECRYPTED: Asked = { secret: PASSWORD, args: ['--user', 'chen', '--decrypt'] }
const PAGE = 4096
const JOB = '90000000-0000-4000-8000-000000000001'

describe('a store without Lobule', () => {
  it('is exported whole by SQLCipher 4 with a password, what only the WAL held included', async () => {
    const { directory } = await lostSite()
    const before = hashesOf(directory)
    expect(Object.keys(before)).toContain('lobule.db-wal')
    const { stdout, status, copy, plain } = rescue(directory, BY_PASSWORD)
    expect(status).toBe(0)
    runInSqlCipher(copy, stdout)
    const rows = rowsOfPlain(plain)
    expect(rows['patient_versions']?.join()).toContain('筛选-001')
    expect(hashesOf(directory), 'what is rescued is only read').toEqual(before)
    expect(rows).toEqual(await rowsIn(directory))
  })

  it('opens with the recovery key as it was written down', async () => {
    const { directory, recoveryKey } = await lostSite()
    const secret = ` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`
    const { stdout, copy, plain } = rescue(directory, { secret, args: [] })
    runInSqlCipher(copy, stdout)
    expect(rowsOfPlain(plain)).toEqual(await rowsIn(directory))
  })

  it('opens by the new keys and not by the old ones, after the store was given another key', async () => {
    const { site, recoveryKey: old } = await lostSite()
    const { id, recoveryKey } = await site.api.rekeying.begin({})
    const people = [{ loginName: LoginName.parse('chen'), password: PASSWORD }]
    await site.api.rekeying.run({ job: JOB, id, people, reason: 'somebody left' })
    const directory = join(newFolder(), 'store')
    await cp(site.directory, directory, { recursive: true })
    expect(rescue(directory, { secret: old, args: [] }).stderr).toContain('Wrong password or recovery key')
    for (const asked of [BY_PASSWORD, { secret: recoveryKey, args: [] }]) {
      const { stdout, copy, plain } = rescue(directory, asked)
      runInSqlCipher(copy, stdout)
      expect(rowsOfPlain(plain)).toEqual(await rowsIn(directory))
    }
  })

  it('takes the database that the keys open, where a crash came between the two', async () => {
    const { site, directory } = await lostSite()
    const { id } = await site.api.rekeying.begin({})
    const people = [{ loginName: LoginName.parse('chen'), password: PASSWORD }]
    await site.api.rekeying.run({ job: JOB, id, people, reason: 'somebody left' })
    const crashed = join(newFolder(), 'store')
    await cp(directory, crashed, { recursive: true })
    await cp(join(site.directory, 'keyring.json'), join(crashed, 'keyring.json'))
    await cp(join(site.directory, 'lobule.db'), join(crashed, 'next/lobule.db'))
    const { status, plain } = rescue(crashed, DECRYPTED)
    expect(status).toBe(0)
    expect(rowsOfPlain(plain)).toEqual(await rowsIn(site.directory))
  })

  it('is decrypted by the script alone, where there is no SQLCipher', async () => {
    const { directory } = await lostSite()
    const { status, plain, stdout } = rescue(directory, DECRYPTED)
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(rowsOfPlain(plain)).toEqual(await rowsIn(directory))
  })

  it('is exported by a SQLCipher that the script runs, which is told the key by no argument', async () => {
    const { directory } = await lostSite()
    const program = join(newFolder(), 'sqlcipher')
    writeFileSync(program, `#!${process.execPath}\nimport(${JSON.stringify(PROGRAM)})\n`, { mode: 0o700 })
    const asked = { secret: PASSWORD, args: ['--user', 'chen', '--sqlcipher', program] }
    const { status, plain, copy, stdout } = rescue(directory, asked)
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    // What is not encrypted any more is nobody else's to read.
    for (const file of [plain, copy]) expect(statSync(file).mode & 0o077).toBe(0)
    expect(rowsOfPlain(plain)).toEqual(await rowsIn(directory))
  })

  it('gives what is whole where a page is damaged, and says which is not', async () => {
    const { site, directory } = await lostSite()
    site.restart()
    await cp(site.directory, directory, { recursive: true, force: true })
    const database = join(directory, 'lobule.db')
    rmSync(`${database}-wal`, { force: true })
    const whole = readFileSync(rescue(directory, DECRYPTED).plain)
    const bytes = readFileSync(database)
    bytes[bytes.length - 2000] = (bytes.at(-2000) ?? 0) ^ 1
    writeFileSync(database, bytes)
    const { status, stderr, plain } = rescue(directory, DECRYPTED)
    const last = bytes.length / PAGE
    expect(status).toBe(1)
    expect(stderr).toContain(`1 of ${last} pages are damaged and left empty (${last})`)
    expect(readFileSync(plain)).toEqual(Buffer.concat([whole.subarray(0, -PAGE), Buffer.alloc(PAGE)]))
  })
})

describe('a backup without Lobule', () => {
  it('is exported whole by SQLCipher 4', async () => {
    const { site, recoveryKey } = await lostSite()
    const folder = join(newFolder(), '备份 backups')
    mkdirSync(folder)
    const keep = { days: 1, weeks: 0, months: 0 }
    const settings = { folder, everyHours: null, onClosing: false, keep }
    await site.api.backups.configure({ expectedVersion: 0, settings, reason: 'a stick was bought' })
    await site.api.backups.start({})
    await expect
      .poll(() => readdirSync(folder), { timeout: 20_000 })
      .toEqual([expect.stringMatching(/\.lobule$/)])
    const file = join(folder, readdirSync(folder)[0] ?? '')
    const { stdout, status, copy: database, plain } = rescue(file, { secret: recoveryKey, args: [] })
    expect(status).toBe(0)
    runInSqlCipher(database, stdout)
    expect(rowsOfPlain(plain)['patient_versions']?.join()).toContain('筛选-001')
  })
})

describe('the script', () => {
  it.each([
    ['a wrong password', { secret: 'another password', args: ['--user', 'chen'] }, 'Wrong password', 1],
    ['a user that is not there', { secret: PASSWORD, args: ['--user', 'wang'] }, 'chen', 1],
    ['a mistyped recovery key', { secret: 'ABCD-EFGH', args: [] }, '14 groups of 4', 1],
    ['no secret', { secret: '', args: [] }, 'recovery key', 1],
    ['what it does not know', { secret: PASSWORD, args: ['--password', 'x'] }, '--into FOLDER', 2],
  ] satisfies [string, Asked, string, number][])(
    'refuses %s, writes nothing and prints no key',
    async (...row) => {
      const [, asked, words, code] = row
      const { directory } = await lostSite()
      const { stdout, stderr, status, into } = rescue(directory, asked)
      expect({ stdout, status, isThere: existsSync(into) }).toEqual({
        stdout: '',
        status: code,
        isThere: false,
      })
      expect(stderr).toContain(words)
      expect(stderr).not.toContain('at file:')
    },
  )

  it('tells a damaged way in from a wrong password', async () => {
    const { directory, recoveryKey } = await lostSite()
    const file = join(directory, 'keyring.json')
    const keyring = readKeyring(directory)
    const [first, ...others] = keyring.wraps
    writeFileSync(
      file,
      JSON.stringify({ ...keyring, wraps: [{ ...first, iv: 'AAAAAAAAAAAAAAAA' }, ...others] }),
    )
    expect(rescue(directory, BY_PASSWORD).stderr).toContain('damaged in keyring.json')
    expect(rescue(directory, { secret: recoveryKey, args: [] }).status).toBe(0)
  })
})
