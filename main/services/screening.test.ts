import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { failureOf, PASSWORD, startEngine, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const published = ProtocolId.parse('NCT05106972')
const unpublished = ProtocolId.parse('NCT07413549')
const on = CivilDate.parse('2026-12-01')
const register = async (screeningNumber: string, birthDate: string) => {
  const born = PartialDate.parse(birthDate)
  const { patient } = await site.api.patients.register({
    screeningNumber,
    initials: 'X',
    sex: 'male',
    birthDate: born,
  })
  return patient
}
const screenings = async (patientId: PatientId) =>
  (await site.api.screening.patient({ patientId, on })).screenings

describe('screening one patient', () => {
  it('answers for both protocols, and that the second has no published criteria', async () => {
    const [first, second] = await screenings((await register('S-001', '1976-03-14')).id)
    expect(first).toMatchObject({ protocol: { id: published }, on, verdict: 'undetermined', training: false })
    expect(first?.criteria).toHaveLength(19)
    expect(second).toMatchObject({
      protocol: { id: unpublished, siteCriteria: null },
      verdict: 'undetermined',
      statement: {
        en: 'cannot be determined: criteria not published; enter them from the approved protocol',
      },
    })
  })

  it('rests on what is charted now: a fact that decides, its correction, its retraction', async () => {
    const { id } = await register('S-001', '1976-03-14')
    const bleeding = (clinicallySignificant: 'yes' | 'no') =>
      FactContent.parse({
        kind: 'upper_gi_bleeding',
        from: '2026-11-20',
        to: '2026-11-20',
        clinicallySignificant,
      })
    const e8 = async () => {
      const [first] = await screenings(id)
      return first?.criteria.find(({ label }) => label === 'E8')
    }
    const { facts } = await site.api.facts.record({ patientId: id, facts: [{ content: bleeding('yes') }] })
    const factId = facts[0]?.id
    if (!factId) throw new Error('nothing was recorded')
    expect(await e8()).toMatchObject({ outcome: 'violated', evidence: [{ fact: factId, version: 1 }] })
    await site.api.facts.correct({ factId, expectedVersion: 1, content: bleeding('no'), reason: 'misread' })
    expect(await e8()).toMatchObject({ outcome: 'unknown' })
    await site.api.facts.retract({ factId, expectedVersion: 2, reason: 'another patient' })
    expect(await e8()).toMatchObject({ outcome: 'unknown', evidence: [] })
  })

  it('uses the readings and the criteria that the site has now', async () => {
    const { id } = await register('S-001', '1976-03-14')
    await site.api.protocols.chooseReadings({
      protocolId: published,
      expectedVersion: 0,
      readings: { 'window-boundary': 'within' },
    })
    const text = readFileSync('resources/samples/nct07413549-training-criteria.json', 'utf8')
    await site.api.protocols.enterCriteria({
      protocolId: unpublished,
      expectedVersion: 0,
      file: 'x.json',
      text,
    })
    const [first, second] = await screenings(id)
    expect(first?.readings).toEqual({ 'window-boundary': 'within' })
    expect(second).toMatchObject({ protocol: { siteCriteria: { version: 1 } }, training: true })
    expect(second?.criteria.length).toBeGreaterThan(1)
  })

  it('is for the day of registration, else for today as the site has it', async () => {
    const { id } = await register('S-001', '1976-03-14')
    site.clock.set('2026-11-22T17:00:00.000Z')
    expect((await site.api.screening.patient({ patientId: id })).on).toBe('2026-11-23')
    await site.api.patients.amend({
      id,
      expectedVersion: 1,
      changes: { registrationDate: on },
      reason: 'registered',
    })
    expect((await site.api.screening.patient({ patientId: id })).on).toBe(on)
  })

  it('sets criteria about the same thing side by side', async () => {
    const { id } = await register('S-001', '1976-03-14')
    const { concepts } = await site.api.screening.patient({ patientId: id, on })
    const shared = concepts.find(({ concept }) => concept === 'decompensated-hbv-cirrhosis')
    expect(shared?.criteria.map(list => list.length)).toEqual([1, 1])
  })

  it('names a patient that there is not', async () => {
    const patientId = PatientId.parse('nobody')
    expect(await failureOf(site.api.screening.patient({ patientId }))).toMatchObject({ code: 'not_found' })
  })
})

describe('a site for training', () => {
  it('is marked on everything that it screens', async () => {
    const engine = startEngine()
    await engine.api.site.create({
      name: 'Training hospital',
      number: '00',
      timeZone: 'Asia/Shanghai',
      training: true,
      principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
    })
    await engine.api.patients.register({ screeningNumber: 'T-001', initials: 'X', sex: 'male' })
    const { candidates } = await engine.api.screening.site({ on })
    expect(candidates.flatMap(({ answers }) => answers.map(({ training }) => training))).toEqual([true, true])
    expect((await engine.api.site.get({})).training).toBe(true)
    engine.dispose()
  })
})

describe('screening the site', () => {
  it('answers for everyone who is not removed, and ranks what is missing over all of them', async () => {
    await register('S-002', '1976-03-14')
    await register('S-001', '1950-01-01')
    const gone = await register('S-003', '1976-03-14')
    await site.api.patients.remove({ id: gone.id, expectedVersion: 1, reason: 'entered twice' })
    const { candidates, missing } = await site.api.screening.site({ on })
    const verdicts = candidates.map(({ screeningNumber, answers }) => [
      screeningNumber,
      ...answers.map(({ verdict }) => verdict),
    ])
    expect(verdicts).toEqual([
      ['S-001', 'ineligible', 'undetermined'],
      ['S-002', 'undetermined', 'undetermined'],
    ])
    // S-001 is too old for the first protocol: only the second, without criteria, still asks for something.
    expect(missing[0]).toMatchObject({ key: 'criteria', concerns: 2, settles: 2 })
  })
})
