import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readAnchor } from '#main/store/anchor.ts'
import { listEntries } from '#main/store/audit-trail.ts'
import { closeDatabase, openDatabase, type WritableDb } from '#main/store/connection.ts'
import { currentFacts } from '#main/store/fact-repository.ts'
import { storeFiles } from '#main/store/files.ts'
import { addWrap, makeWrap, readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { insertPatient } from '#main/store/patient-repository.ts'
import { LOG_START, readUnfolded } from '#main/store/security-log.ts'
import { createStore } from '#main/store/store.ts'
import type { StoreKey } from '#main/store/store-key.ts'
import { verifyTrail } from '#main/store/verify-trail.ts'
import { UserId } from '#shared/core/ids.ts'
import { textsFoundIn } from '#test/support/files-of.ts'
import { newFolder, openRaw } from '#test/support/new-store.ts'
import { AUTHOR, insertFirstRows, PATIENT, patientRecord, TEST_KDF } from '#test/support/store-rows.ts'
import { GROUP_SIZE, type WriterOrder } from './writer-order.ts'

const ROUNDS = 25
const LONGEST_LIFE_MS = 250
const SEED = '欧阳绛珠 seeded in every write'
const PASSWORD = 'correct horse battery'
const SPARE = UserId.parse('user-2')
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

async function newVictim() {
  const directory = join(newFolder(), 'store')
  const first = { userId: AUTHOR, loginName: 'li.wei', password: PASSWORD, kdf: TEST_KDF }
  const fill = (db: WritableDb) => {
    insertFirstRows(db)
    insertPatient(db, patientRecord())
  }
  const store = { storeId: 'store-1', at: '2026-11-14T00:00:00.000Z', first, fill }
  const { db, key } = await createStore(directory, store)
  addWrap(directory, key, await makeWrap(directory, key, { ...first, userId: SPARE, loginName: 'spare' }))
  closeDatabase(db)
  return { directory, key }
}

/** Starts a writer, kills it at a random moment after its first acknowledgement, and answers what it acknowledged. */
async function writeUntilKilled(order: WriterOrder): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stdin.end(JSON.stringify(order))
  await once(child.stdout, 'data')
  await pause(randomInt(LONGEST_LIFE_MS))
  child.kill('SIGKILL')
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return output.split('\n').slice(0, -1)
}

function groupsOf(ids: readonly string[]): Map<string, number> {
  const groups = new Map<string, number>()
  for (const id of ids) {
    const group = id.replace(/-\d+$/, '')
    groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  return groups
}

function checkDatabase(directory: string, key: StoreKey, acknowledged: readonly string[]): void {
  const raw = openRaw(directory, key)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  raw.close()
  const db = openDatabase(storeFiles(directory).database, key)
  const facts = groupsOf(currentFacts(db, PATIENT).map(({ id }) => id))
  const entries = groupsOf(
    [...listEntries(db, { subject: { kind: 'fact' } })].map(({ subject }) => subject.id),
  )
  expect(
    acknowledged.filter(group => !facts.has(group)),
    'acknowledged and lost',
  ).toEqual([])
  expect(
    [...facts].filter(([, count]) => count !== GROUP_SIZE),
    'half records',
  ).toEqual([])
  expect(entries, 'every fact has its entry and every entry its fact').toEqual(facts)
  const anchor = readAnchor(directory, key)
  if (anchor.state !== 'missing') expect(anchor.state).toBe('good')
  const head = anchor.state === 'good' ? anchor.head : undefined
  expect(verifyTrail(db, { anchor: head }).problems).toEqual([])
  closeDatabase(db)
}

async function checkFilesBeside(directory: string): Promise<void> {
  const opened = await unwrapForUser(readKeyring(directory), 'li.wei', PASSWORD)
  expect(opened?.userId).toBe(AUTHOR)
  const { lines, problems } = readUnfolded(directory, LOG_START)
  expect(problems.filter(problem => problem !== 'torn_line')).toEqual([])
  expect(lines.map(({ event }) => event)).not.toContain('attempts_file_broken')
}

it(`[B2] ${ROUNDS} times killed while writing: nothing acknowledged is lost, nothing is half there`, async () => {
  const { directory, key } = await newVictim()
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = { directory, key: key.bytes().toString('hex'), round, seed: SEED, spareUser: SPARE }
    acknowledged.push(...(await writeUntilKilled(order)))
    expect(textsFoundIn(directory, [SEED, PASSWORD]), '[S1] after a kill').toEqual([])
    checkDatabase(directory, key, acknowledged)
    await checkFilesBeside(directory)
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5)
}, 120_000)
