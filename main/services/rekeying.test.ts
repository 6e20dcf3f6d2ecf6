import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unpackCopy } from '#main/interchange/zip/unpack-copy.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser, unwrapWithRecovery } from '#main/store/keyring.ts'
import { noStep } from '#main/store/site-copy/file-entry.ts'
import { proveCopy } from '#main/store/site-copy/prove-copy.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { FIRST_PASSWORD, failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { newFolder } from '#test/support/new-store.ts'

const JOB = '70000000-0000-4000-8000-000000000001'
const reason = 'the coordinator left with a copy of the recovery key'
const chen = { loginName: 'chen', password: PASSWORD }

describe('[S2] another key for the store', () => {
  let site: TestSite
  let patientId: string
  beforeEach(async () => {
    site = await startSite()
    for (const role of ['sub_investigator', 'coordinator'] as const) await site.addUser(role)
    const person = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male' } as const
    patientId = (await site.api.patients.register(person)).patient.id
  })
  afterEach(() => site.dispose())

  /** Everybody but the coordinator stays. */
  async function rekey(people = [chen, { loginName: 'sub_investigator', password: PASSWORD }]) {
    const begun = await site.api.rekeying.begin({})
    const done = await site.api.rekeying.run({ job: JOB, id: begun.id, people, reason })
    return { ...begun, ...done }
  }

  it('opens for who stays by the password of before and for the new recovery key, and for nobody and nothing else', async () => {
    const { recoveryKey, leftOut, people } = await rekey()
    expect(people.map(({ loginName, isYou }) => [loginName, isYou])).toEqual([
      ['chen', true],
      ['coordinator', false],
      ['sub_investigator', false],
    ])
    expect(leftOut).toEqual(['coordinator'])
    expect(await site.api.site.status({})).toMatchObject({ state: 'locked' })
    expect(site.events.at(-1)).toEqual({ event: 'locked', cause: 'rekeyed' })
    const keyring = readKeyring(site.directory)
    expect(await unwrapWithRecovery(keyring, site.recoveryKey)).toBeUndefined()
    expect(await unwrapWithRecovery(keyring, recoveryKey)).toBeInstanceOf(StoreKey)
    for (const loginName of ['sub_investigator', 'chen']) {
      expect(await site.api.session.unlock({ loginName, password: PASSWORD })).toMatchObject({ findings: [] })
      await site.api.session.lock({})
    }
    const left = site.api.session.unlock({ loginName: 'coordinator', password: PASSWORD })
    expect(await failureOf(left)).toMatchObject({ code: 'wrong_password' })
  })

  it('loses nothing, keeps the trail whole, and says in it who opens the store now and why', async () => {
    await rekey()
    await site.api.session.unlock(chen)
    expect((await site.api.patients.list({})).map(({ id }) => id)).toEqual([patientId])
    expect((await site.api.audit.verify({})).problems).toEqual([])
    const [said] = await site.api.audit.list({ action: 'store.rekey' })
    expect(said).toMatchObject({
      newValue: { opens: ['chen', 'sub_investigator'], leftOut: ['coordinator'] },
      ...{ reason, userId: site.user.id },
    })
    const [locked] = (await site.api.audit.list({ action: 'session.lock' })).slice(-1)
    expect(locked).toMatchObject({ newValue: { cause: 'rekeyed' } })
    expect(existsSync(storeFiles(site.directory).next)).toBe(false)
  })

  it('leaves nothing on the disk that the key of before opens, but the backup that was made first', async () => {
    const old = await unwrapForUser(readKeyring(site.directory), 'coordinator', PASSWORD)
    if (old === undefined) throw new Error('no key')
    await rekey()
    const { backups, outgoing } = storeFiles(site.directory)
    const [name, ...others] = readdirSync(backups)
    expect(others).toEqual([])
    expect(name).toMatch(/^01_before-rekey_\d{8}T\d{6}\.lobule$/)
    expect(existsSync(outgoing) ? readdirSync(outgoing) : []).toEqual([])
    const folder = newFolder()
    await unpackCopy(join(backups, name ?? ''), folder, noStep)
    expect(proveCopy(folder, old.key).summary.purpose).toBe('before_rekey')
    await site.api.session.unlock(chen)
    expect(await site.api.audit.list({ action: 'backup.make' })).toMatchObject([
      { newValue: { cause: 'before_rekey', fileName: name } },
    ])
  })

  it.skipIf(!existsSync('/dev/shm'))(
    'carries no backup into the empty folder that a stick left behind',
    async () => {
      const stick = mkdtempSync('/dev/shm/lobule-test-')
      const folder = join(newFolder(), 'stick')
      symlinkSync(stick, folder)
      const keep = { days: 14, weeks: 8, months: 12 }
      const settings = { folder, everyHours: null, onClosing: false, keep }
      await site.api.backups.configure({ expectedVersion: 0, settings, reason })
      rmSync(folder)
      rmSync(stick, { recursive: true })
      mkdirSync(folder)
      await rekey()
      await site.api.session.unlock(chen)
      expect(readdirSync(folder)).toEqual([])
      expect((await site.api.backups.status({})).failed).toMatchObject({ trouble: 'missing' })
      expect(await site.api.audit.list({ action: 'backup.make' })).toHaveLength(1)
    },
  )

  it('lets who was left out in again by a first password that an administrator gives', async () => {
    await rekey()
    await site.api.session.unlock(chen)
    const users = await site.api.users.list({})
    const userId = users.find(({ loginName }) => loginName === 'coordinator')?.id ?? site.user.id
    await site.api.users.resetPassword({ userId, password: FIRST_PASSWORD, reason: 'came back' })
    await site.api.session.lock({})
    const opened = await site.api.session.unlock({ loginName: 'coordinator', password: FIRST_PASSWORD })
    expect(opened).toMatchObject({ passwordDue: 'reset', findings: [] })
  })

  it.each([
    [
      'a password is wrong',
      [chen, { loginName: 'coordinator', password: 'x' }],
      'wrong_password',
      'coordinator',
    ],
    ['somebody is no user', [chen, { loginName: 'nobody', password: 'x' }], 'not_permitted', 'nobody'],
    ['somebody is named twice', [chen, chen], 'same_person', 'chen'],
    [
      'whoever asks is not there',
      [{ loginName: 'coordinator', password: PASSWORD }],
      'not_permitted',
      'chen',
    ],
  ])('is not begun where %s', async (_case, people, why, loginName) => {
    const before = readFileSync(storeFiles(site.directory).keyring, 'utf8')
    expect(await failureOf(rekey(people))).toEqual({
      ...{ code: 'second_person_refused', why, loginName, retryAfterSeconds: 0 },
    })
    expect(readFileSync(storeFiles(site.directory).keyring, 'utf8')).toBe(before)
    expect(existsSync(storeFiles(site.directory).backups)).toBe(false)
    const [noted] = await site.api.audit.list({ action: 'store.rekeying_refused' })
    expect(noted).toMatchObject({ newValue: { code: 'second_person_refused', why } })
  })

  it('needs the recovery key that was shown in this session', async () => {
    const { id } = await site.api.rekeying.begin({})
    await site.as('chen')
    const late = site.api.rekeying.run({ job: JOB, id, people: [chen], reason })
    expect(await failureOf(late)).toMatchObject({ code: 'not_found' })
  })

  it('stops where somebody asks for that: the session goes on, and the trail says that it came to nothing', async () => {
    const begun = await site.api.rekeying.begin({})
    const running = failureOf(site.api.rekeying.run({ job: JOB, id: begun.id, people: [chen], reason }))
    while (!(await site.api.jobs.cancel({ job: JOB })).running)
      await new Promise(resolve => setImmediate(resolve))
    expect(await running).toEqual({ code: 'cancelled' })
    expect(existsSync(storeFiles(site.directory).next)).toBe(false)
    expect(await site.api.audit.list({ action: 'store.rekeying_broke_off' })).toHaveLength(1)
    await site.as('coordinator')
  })

  it('ends with the session where that is locked meanwhile, and changes nothing', async () => {
    const begun = await site.api.rekeying.begin({})
    const running = failureOf(site.api.rekeying.run({ job: JOB, id: begun.id, people: [chen], reason }))
    await new Promise(resolve => setImmediate(resolve))
    site.lock()
    expect(await running).toEqual({ code: 'locked' })
    await site.as('coordinator')
  })
})

describe('[B3] a crash while the store gets another key', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
  })
  afterEach(() => site.dispose())

  /** The folder as it lies there before, and after. */
  async function bothStores() {
    const before = join(newFolder(), 'before')
    const begun = await site.api.rekeying.begin({})
    cpSync(site.directory, before, { recursive: true })
    await site.api.rekeying.run({ job: JOB, id: begun.id, people: [chen], reason })
    return { before, recoveryKey: begun.recoveryKey }
  }

  /** As after a crash: the old store, with the new one beside it as far as that had come. */
  function crashedWith(
    before: string,
    parts: readonly ('keyring' | 'database' | 'anchor')[],
    replaced: readonly string[],
  ) {
    const made = join(newFolder(), 'made')
    cpSync(site.directory, made, { recursive: true })
    for (const name of readdirSync(site.directory)) rmSync(join(site.directory, name), { recursive: true })
    cpSync(before, site.directory, { recursive: true })
    const [now, next, done] = [
      storeFiles(site.directory),
      storeFiles(join(site.directory, 'next')),
      storeFiles(made),
    ]
    mkdirSync(now.next)
    for (const part of parts) cpSync(done[part], next[part])
    if (replaced.includes('keyring')) cpSync(done.keyring, now.keyring)
    if (replaced.includes('database')) {
      for (const side of ['-wal', '-shm']) rmSync(`${now.database}${side}`, { force: true })
      cpSync(done.database, now.database)
    }
  }

  it.each([
    ['before anything was ready', []],
    ['while the database was written', ['keyring']],
    ['when all was ready', ['keyring', 'database', 'anchor']],
  ] as const)('%s leaves the old store, and says so', async (_when, parts) => {
    const { before } = await bothStores()
    crashedWith(before, parts, [])
    const { findings } = await site.api.session.unlock(chen)
    expect(findings).toContain('rekeying_broke_off')
    expect(await site.api.audit.list({ action: 'store.rekey' })).toEqual([])
    expect(existsSync(storeFiles(site.directory).next)).toBe(false)
    expect(await unwrapWithRecovery(readKeyring(site.directory), site.recoveryKey)).toBeInstanceOf(StoreKey)
  })

  it('leaves no half of a backup behind', async () => {
    await site.api.session.lock({})
    const { backups, outgoing } = storeFiles(site.directory)
    for (const folder of [backups, join(outgoing, 'x')]) mkdirSync(folder, { recursive: true })
    for (const name of ['x.lobule.part', 'kept.lobule']) writeFileSync(join(backups, name), 'x')
    await site.api.session.unlock(chen)
    expect(readdirSync(backups)).toEqual(['kept.lobule'])
    expect(existsSync(outgoing)).toBe(false)
  })

  it.each([
    ['after the keyring was replaced', ['keyring', 'database', 'anchor'], ['keyring']],
    ['after the database was', ['keyring', 'anchor'], ['keyring', 'database']],
  ] as const)('%s is brought to its end, and says so', async (_when, parts, replaced) => {
    const { before, recoveryKey } = await bothStores()
    crashedWith(before, parts, replaced)
    expect((await site.api.session.unlock(chen)).findings).toEqual(['rekeying_completed'])
    expect(await site.api.audit.list({ action: 'store.rekey' })).toHaveLength(1)
    expect((await site.api.audit.verify({})).problems).toEqual([])
    expect(existsSync(storeFiles(site.directory).next)).toBe(false)
    expect(await unwrapWithRecovery(readKeyring(site.directory), recoveryKey)).toBeInstanceOf(StoreKey)
  })
})
