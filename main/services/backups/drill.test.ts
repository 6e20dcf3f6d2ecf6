import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { storeFiles } from '#main/store/files.ts'
import type { Backup, Drill } from '#shared/api/backups.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { chartSample, enableChen, SIGNED_PROTOCOL, signNow, signReadings } from '#test/support/sign.ts'

// The site signs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const JOB = '2b5ad3f0-3f64-4d57-9c3e-0f5a4bb8a001'

let site: TestSite
let folder: string
let made: Backup
let kept: string

beforeAll(async () => {
  site = await startSite()
  await enableChen(site)
  await signReadings(site)
  const patientId = await chartSample(site, 'tr-001-eligible')
  await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
  folder = join(dirname(site.directory), '备份 of the site')
  mkdirSync(folder)
  made = await backUp()
  kept = join(dirname(site.directory), 'kept aside')
  copyFileSync(file(), kept)
})
afterAll(() => site.dispose())
beforeEach(() => copyFileSync(kept, file()))

const file = () => join(folder, made.fileName)

async function backUp(): Promise<Backup> {
  await site.api.backups.start({ folder })
  await vi.waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), 20_000)
  const [last] = await site.api.backups.list({})
  if (last === undefined) throw new Error('no backup was made')
  return last
}

const practise = (password = PASSWORD, id = made.id) => site.api.backups.drill({ job: JOB, id, password })
const resultsOf = ({ checks }: Drill) =>
  Object.fromEntries(checks.map(({ check, result }) => [check, result]))
const detailOf = ({ checks }: Drill, check: string) => checks.find(each => each.check === check)?.detail

describe('[B1] a restore drill', () => {
  it('restores the backup aside, compares everything, and records the result with who and when', async () => {
    const drill = await practise()
    expect(drill).toMatchObject({
      ...{ passed: true, author: 'Chen Wei', enteredAt: '2026-11-22T10:00:00.000+08:00' },
      ...{ fileName: made.fileName, folder, madeAt: made.madeAt },
    })
    expect(new Set(drill.checks.map(({ result }) => result))).toEqual(new Set(['same']))
    const counted = Object.fromEntries(drill.checks.map(({ check, compared }) => [check, compared]))
    expect(counted).toMatchObject({ trail: made.trail.entries, trail_in_store: 1, file: 1, files: 0 })
    expect(counted['signatures']).toBeGreaterThan(1)
    expect(counted['documents']).toBeGreaterThan(1)
    expect((await site.api.backups.drills({}))[0]).toEqual(drill)
    const [entry] = await site.api.audit.list({ action: 'backup.drill', newestFirst: true })
    expect(entry).toMatchObject({ userId: site.user.id, newValue: { passed: true, differing: [] } })
    expect(readdirSync(storeFiles(site.directory).outgoing)).toEqual([])
  })

  it('fails, and says so in the record, where the file is not there', async () => {
    rmSync(file())
    const drill = await practise()
    expect(drill.passed).toBe(false)
    expect(resultsOf(drill)).toMatchObject({ file: 'differs', manifest: 'differs', opens: 'not_checked' })
    expect(detailOf(drill, 'file')).toBe('the file is not there')
    expect((await site.api.backups.drills({}))[0]).toEqual(drill)
  })

  it.each([0.2, 0.5, 0.9])('fails where a byte of the file is another, at %d of it', async part => {
    const bytes = readFileSync(file())
    const at = Math.floor(bytes.length * part)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file(), bytes)
    const drill = await practise()
    expect(drill.passed).toBe(false)
    expect(resultsOf(drill)).toMatchObject({ file: 'differs', manifest: 'differs' })
  })

  it('fails where the file is cut off', async () => {
    writeFileSync(file(), readFileSync(file()).subarray(0, 20_000))
    expect((await practise()).passed).toBe(false)
  })

  it('is refused with a wrong password, which is in the trail', async () => {
    expect(await failureOf(practise('not the password'))).toMatchObject({ code: 'wrong_password' })
    expect(await site.api.audit.list({ action: 'backup.drill_refused' })).toHaveLength(1)
  })

  it('is for backups that the store knows', async () => {
    expect(await failureOf(practise(PASSWORD, 'another'))).toMatchObject({ code: 'not_found' })
  })

  it('can be stopped, and is then no drill', async () => {
    const before = await site.api.backups.drills({})
    const drill = failureOf(practise())
    await vi.waitFor(async () => expect(await site.api.jobs.cancel({ job: JOB })).toEqual({ running: true }))
    expect(await drill).toEqual({ code: 'cancelled' })
    expect(await site.api.backups.drills({})).toEqual(before)
    expect(readdirSync(storeFiles(site.directory).outgoing)).toEqual([])
  })

  it('tells whoever changed their password that the backup opens by the old one', async () => {
    const next = 'another long password'
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: next })
    const drill = await practise(next)
    expect(drill.passed).toBe(false)
    expect(resultsOf(drill)).toMatchObject({
      opens: 'differs',
      pages: 'same',
      trail: 'same',
      signatures: 'same',
    })
    expect(detailOf(drill, 'opens')).toContain('your password of today does not open it')
  })
})
