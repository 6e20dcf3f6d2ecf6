import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureReport } from '#main/engine/failure.ts'
import { createEngine } from '#main/engine.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { AppError } from '#shared/api/errors.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FAST_KDF, TEST_APP, TEST_DOCUMENTS } from '#test/support/engine.ts'
import { directClient } from './direct.ts'
import { samplesFolder, shippedProtocols } from './resources.ts'
import { ensureSampleStore } from './sample-site.ts'

const home = mkdtempSync(join(tmpdir(), 'lobule-sample-'))
const directory = join(home, 'data/sample')
const failures: FailureReport[] = []
const protocols = await shippedProtocols()
const source = {
  ...{ protocols, samplesFolder, app: TEST_APP, documents: TEST_DOCUMENTS, kdf: FAST_KDF },
  report: (failure: FailureReport) => void failures.push(failure),
}
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the sample store', () => {
  const now = () => new Date('2026-11-21T02:00:00Z')
  const engine = createEngine({ ...source, directory, now, newId: randomUUID })
  const client = directClient(engine)
  const steps: string[] = []
  let made = false

  beforeAll(async () => {
    made = await ensureSampleStore({ ...source, directory, onProgress: step => void steps.push(step) })
  }, 60_000)
  afterAll(() => engine.close())

  it('is made where there is none, step by step, and leaves nothing beside it', () => {
    expect([made, failures]).toEqual([true, []])
    expect(steps).toEqual([
      'creating an encrypted store',
      'adding users',
      expect.stringMatching(/^charting \d\d candidates$/),
      'choosing readings, entering criteria',
      'signing',
    ])
    expect(readdirSync(dirname(directory))).toEqual(['sample'])
  })

  it('is opened by the training login without a finding, and holds the site, screened', async () => {
    const { user, findings } = await client.session.unlock(SAMPLE_LOGIN)
    expect([user.role, findings]).toEqual(['principal_investigator', []])
    expect((await client.site.get({})).training).toBe(true)
    const files = ['candidates', 'patients'].flatMap(folder => readdirSync(join(samplesFolder, folder)))
    expect(await client.patients.list({})).toHaveLength(files.length)
    const on = CivilDate.parse('2026-11-20')
    const { screenings } = await client.screening.patient({ patientId: await idOf('TR-002'), on })
    expect(screenings.map(({ verdict }) => verdict)).toEqual(['ineligible', 'eligible'])
    expect((await client.audit.verify({})).problems).toEqual([])
  })

  it.each(['coordinator', 'sub_investigator', 'monitor', 'administrator'] as const)(
    'has a %s to be',
    async role => {
      await client.session.lock({})
      const { user } = await client.session.unlock({ loginName: role, password: SAMPLE_LOGIN.password })
      expect(user.role).toBe(role)
    },
  )

  it('is left as it is where there is one', async () => {
    await client.session.lock({})
    await client.session.unlock(SAMPLE_LOGIN)
    await client.patients.register({ screeningNumber: 'TR-900', initials: 'AB', sex: 'unknown' })
    expect(await ensureSampleStore({ ...source, directory })).toBe(false)
    expect(await idOf('TR-900')).toBeTruthy()
  })

  it('is made once where two start at the same time', async () => {
    const place = join(home, 'twice/sample')
    const both = [
      ensureSampleStore({ ...source, directory: place }),
      ensureSampleStore({ ...source, directory: place }),
    ]
    expect((await Promise.all(both)).sort()).toEqual([false, true])
    expect(readdirSync(dirname(place))).toEqual(['sample'])
  }, 60_000)

  it('takes away what an interrupted start left, and nothing else', async () => {
    const folder = join(home, 'interrupted')
    const names = ['sample.1.draft', 'sample.2.draft', 'sample.1.backup', 'site.1.draft']
    for (const name of names) mkdirSync(join(folder, name), { recursive: true })
    const twoHoursAgo = Date.now() / 1000 - 7200
    for (const name of names) {
      if (name !== 'sample.2.draft') utimesSync(join(folder, name), twoHoursAgo, twoHoursAgo)
    }
    await ensureSampleStore({ ...source, directory: join(folder, 'sample') })
    expect(readdirSync(folder).sort()).toEqual(['sample', ...names.slice(1)].sort())
  }, 60_000)

  it('is not made half: a file that cannot be read leaves nothing', async () => {
    const broken = join(home, 'broken')
    mkdirSync(join(broken, 'candidates'), { recursive: true })
    writeFileSync(join(broken, 'site.json'), '{}')
    const place = join(home, 'half/sample')
    const made = ensureSampleStore({ ...source, directory: place, samplesFolder: broken })
    await expect(made).rejects.toThrow()
    expect(readdirSync(home)).not.toContain('half')
  })

  it('is not made in a folder that holds anything else', async () => {
    const place = join(home, 'taken')
    mkdirSync(place)
    writeFileSync(join(place, 'letter.txt'), 'Dear colleague')
    await expect(ensureSampleStore({ ...source, directory: place })).rejects.toEqual(
      new AppError({ code: 'store_exists' }),
    )
    expect(readdirSync(place)).toEqual(['letter.txt'])
    expect(readdirSync(home).filter(name => name.startsWith('taken'))).toEqual(['taken'])
  }, 60_000)

  async function idOf(screeningNumber: string) {
    const found = (await client.patients.list({})).find(one => one.screeningNumber === screeningNumber)
    if (found === undefined) throw new Error(`no candidate ${screeningNumber}`)
    return found.id
  }
})
