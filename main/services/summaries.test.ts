import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { Chart } from '#shared/core/facts/candidate.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import { secondProcess } from '#test/support/second-process.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  // The day of the last entry: a finding covers its span only while nothing was charted after it.
  site.clock.set('2026-11-20T08:00:00.000Z')
})
afterEach(() => site.dispose())

const published = ProtocolId.parse('NCT05106972')
const unpublished = ProtocolId.parse('NCT07413549')
const on = CivilDate.parse('2026-12-01')
const reason = 'r'
const criteriaText = readFileSync('resources/samples/nct07413549-training-criteria.json', 'utf8')
const readingsFile = 'resources/samples/nct05106972-training-readings.json'
const { readings } = JSON.parse(readFileSync(readingsFile, 'utf8')) as { readings: Record<string, string> }

/** A candidate of the sample site, charted today. */
async function chart(number: string, screeningNumber: string): Promise<PatientId> {
  const folder = 'resources/samples/candidates'
  const file = readdirSync(folder).find(name => name.startsWith(number)) ?? number
  const { candidate, facts } = Chart.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
  const { patient } = await site.api.patients.register({ ...candidate, screeningNumber })
  const contents = facts.map(({ content }) => ({ content }))
  if (contents.length > 0) await site.api.facts.record({ patientId: patient.id, facts: contents })
  return patient.id
}
const configure = async () => {
  const entry = { expectedVersion: 0, file: 'x.json', text: criteriaText }
  await site.api.protocols.enterCriteria({ protocolId: unpublished, ...entry })
  await site.api.protocols.chooseReadings({ protocolId: published, expectedVersion: 0, readings })
}
const summaries = (patientIds: readonly PatientId[], more: object = { on }) =>
  site.api.screening.summaries({ patientIds: [...patientIds], ...more })

describe('a line of the screening log', () => {
  it('says what the screening of the candidate says', async () => {
    await configure()
    const names = ['tr-001', 'tr-002', 'tr-006', 'tr-007', 'tr-012']
    const ids = []
    for (const [index, name] of names.entries()) ids.push(await chart(name, `S-${index}`))
    const { summaries: lines, missing } = await summaries(ids)
    expect(lines.map(({ patientId }) => patientId)).toEqual(ids)
    const words = new Set(missing.map(({ key }) => key))
    for (const { patientId, answers } of lines) {
      const { screenings } = await site.api.screening.patient({ patientId, on })
      expect(answers).toEqual(
        screenings.map(({ protocol, verdict, projected, training, criteria, conflicts, ...rest }) => ({
          ...{ protocol: protocol.id, verdict, projected, training, hasCriteria: true },
          next: answers.find(one => one.protocol === protocol.id)?.next,
          violated: criteria.flatMap(({ outcome, label }) => (outcome === 'violated' ? [label] : [])),
          unknown: criteria.flatMap(({ outcome, label }) => (outcome === 'unknown' ? [label] : [])),
          needsJudgement: criteria.flatMap(({ outcome, label }) =>
            outcome === 'needs_judgement' ? [label] : [],
          ),
          missing: verdict === 'undetermined' ? rest.missing.map(({ key }) => key) : [],
          conflicts: conflicts.map(({ code }) => code),
        })),
      )
      for (const key of answers.flatMap(answer => answer.missing)) expect(words).toContain(key)
    }
    expect(new Set(lines.flatMap(({ answers }) => answers.map(({ verdict }) => verdict))).size).toBe(3)
    expect(missing).toEqual((await site.api.screening.site({ on })).missing)
  })

  it.each<[string, string | undefined, string | undefined, string]>([
    ['2026-11-20', '2026-12-06', '2027-03-13', 'before the span: its first day'],
    ['2027-01-01', '2027-01-01', '2027-03-13', 'within it: the day itself'],
    ['2027-03-13', '2027-03-13', '2027-03-13', 'on its last day'],
    ['2027-03-14', undefined, undefined, 'after the last span: none'],
  ])('tells on %s that the next eligible days are %s to %s (%s)', async (day, from, to) => {
    await configure()
    const id = await chart('tr-002', 'S-1')
    const { summaries: lines } = await summaries([id], { on: CivilDate.parse(day) })
    expect(lines[0]?.answers[0]?.next).toEqual(from === undefined ? null : { from, to })
  })

  it('tells a protocol without criteria from one that waits for an answer', async () => {
    const id = await chart('tr-001', 'S-1')
    const { summaries: lines, on: day } = await summaries([id], {})
    expect(day).toBe('2026-11-20')
    expect(lines[0]?.answers[1]).toEqual({
      ...{ protocol: unpublished, verdict: 'undetermined', projected: false, training: false },
      ...{ hasCriteria: false, next: null, violated: [], missing: ['criteria'], conflicts: [] },
      ...{ unknown: expect.any(Array) as unknown, needsJudgement: expect.any(Array) as unknown },
    })
  })

  it('is there once for each candidate in the order asked for, and not for who was removed', async () => {
    const [one, two] = [await chart('tr-001', 'S-1'), await chart('tr-001', 'S-2')]
    const ask = [two, one, two, PatientId.parse('nobody')]
    expect((await summaries(ask)).summaries.map(({ patientId }) => patientId)).toEqual([two, one])
    await site.api.patients.remove({ id: two, expectedVersion: 1, reason })
    expect((await summaries(ask)).summaries.map(({ patientId }) => patientId)).toEqual([one])
    expect((await summaries([])).summaries).toEqual([])
  })

  it('is asked for in parts of at most 500', async () => {
    const ids = Array.from({ length: 501 }, () => PatientId.parse('p'))
    expect(await failureOf(summaries(ids))).toMatchObject({ issues: [{ path: 'patientIds' }] })
  })
})

describe('what is kept between calls', () => {
  const weight = (kg: string) => FactContent.parse({ kind: 'body_weight', on: '2026-11', kg })
  const bleeding = FactContent.parse({
    ...{ kind: 'upper_gi_bleeding', from: '2026-11-20', to: '2026-11-20', clinicallySignificant: 'yes' },
  })
  let ids: PatientId[]
  beforeEach(async () => {
    await configure()
    ids = [await chart('tr-002', 'S-1'), await chart('tr-007', 'S-2')]
  })

  const first = () => ids[0] ?? PatientId.parse('nobody')
  const lastFact = async () => {
    const { facts } = await site.api.facts.record({ patientId: first(), facts: [{ content: bleeding }] })
    return { factId: facts[0]?.id ?? expect.fail(), expectedVersion: 1, reason }
  }
  /** Every change to what a screening rests on, by this process or another; each makes other lines. */
  const changes: Record<string, () => Promise<() => Promise<unknown>>> = {
    'patients.register': async () => async () => ids.push(await chart('tr-012', 'S-3')),
    'patients.amend': async () => () =>
      site.api.patients.amend({ id: first(), expectedVersion: 1, changes: { sex: 'unknown' }, reason }),
    'patients.remove': async () => () =>
      site.api.patients.remove({ id: first(), expectedVersion: 1, reason }),
    'facts.record': async () => () =>
      site.api.facts.record({ patientId: first(), facts: [{ content: bleeding }] }),
    'facts.correct': async () => {
      const fact = await lastFact()
      const content = FactContent.parse({ ...bleeding, clinicallySignificant: 'no' })
      return () => site.api.facts.correct({ ...fact, content })
    },
    'facts.retract': async () => {
      const fact = await lastFact()
      return () => site.api.facts.retract(fact)
    },
    'protocols.enterCriteria': async () => () => {
      const text = criteriaText.replace('"years": 71', '"years": 30')
      const entry = { protocolId: unpublished, expectedVersion: 1, file: 'y.json', text, reason }
      return site.api.protocols.enterCriteria(entry)
    },
    'protocols.chooseReadings': async () => () => {
      const choice = { protocolId: published, expectedVersion: 1, readings: {}, reason }
      return site.api.protocols.chooseReadings(choice)
    },
    'another process': async () => async () => {
      const other = secondProcess(site)
      await other.as('chen')
      await other.api.facts.record({ patientId: first(), facts: [{ content: bleeding }] })
      await other.close()
    },
  }

  it.each(Object.entries(changes))('is not what was before: %s', async (_name, prepare) => {
    const change = await prepare()
    const before = await summaries(ids)
    await change()
    const after = await summaries(ids)
    expect(after).not.toEqual(before)
    expect(after).toEqual(await freshly())
    expect(await site.api.screening.site({ on })).toMatchObject({ missing: after.missing })
  })

  it.each([
    ['a fact that decides nothing', () => ({ content: weight('61.5') })],
    ['a fact of another', () => ({ content: bleeding, of: 1 })],
  ])('is right after %s', async (_what, given) => {
    const { content, of = 0 } = { of: 0, ...given() }
    await summaries(ids)
    await site.api.facts.record({ patientId: ids[of] ?? first(), facts: [{ content }] })
    expect(await summaries(ids)).toEqual(await freshly())
  })

  it('is for one day, and for one today', async () => {
    const days = ['2026-12-06', '2026-12-01', '2027-03-14', '2026-12-06'].map(day => CivilDate.parse(day))
    for (const day of days) expect(await summaries(ids, { on: day })).toEqual(await freshly({ on: day }))
    const before = await summaries(ids, {})
    site.clock.set('2026-12-05T17:00:00.000Z')
    const after = await summaries(ids, {})
    expect([before.on, after.on]).toEqual(['2026-11-20', '2026-12-06'])
    expect(after).toEqual(await freshly({}))
  })

  /** The same lines in a session that has screened nothing before. */
  async function freshly(more: object = { on }) {
    await site.as('chen')
    return await summaries(ids, more)
  }
})
