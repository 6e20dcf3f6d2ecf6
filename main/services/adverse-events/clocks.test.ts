import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningClock } from '#shared/api/adverse-events.ts'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'

/** Ten in the morning at the site. */
const MORNING = '2026-11-22T02:00:00.000Z'

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  patientId = await chart(site, [consent])
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

const consent = FactContent.parse({
  ...{ kind: 'consent', on: '2026-11-01', protocol: PROTOCOL, version: '1.0', status: 'signed' },
})
const bleeding = {
  ...{ kind: 'adverse_event', term: '呕血', grades: [], serious: 'yes', criteria: ['hospitalisation'] },
  aware: { at: '2026-11-22T08:00:00+08:00', by: 'Chen Wei' },
}
const report = (event: FactId, on: string) => ({
  ...{ kind: 'safety_report', event, on, to: 'sponsor', stage: 'initial', recipient: 'Safety desk' },
  ...{ how: 'secure e-mail', sent: { sha256: 'a'.repeat(64) } },
})

async function record(content: object): Promise<FactId> {
  const facts = [{ content: FactContent.parse(content) }]
  const { facts: charted } = await site.api.facts.record({ patientId, facts })
  return charted[0]?.id ?? expect.fail('nothing was charted')
}

async function running(): Promise<RunningClock[]> {
  return (await site.api.adverseEvents.clocks({})).clocks
}

async function only(): Promise<RunningClock> {
  const [clock, another] = await running()
  expect(another).toBeUndefined()
  return clock ?? expect.fail('no deadline runs')
}

async function enterSafety(reporting: object, expectedVersion = 0) {
  const content = SiteSafety.parse({
    ...{ schema: 'lobule.safety/1', protocol: PROTOCOL, protocolVersion: '2.0', approvedOn: '2026-01-05' },
    ...{ reporting, cohorts: [] },
  })
  const change = expectedVersion === 0 ? {} : { reason: 'the contract was amended' }
  await site.api.conduct.enterSafety({ protocolId: PROTOCOL, expectedVersion, content, ...change })
}

describe('the deadlines that run', () => {
  it('say whose they are, and of which event and trial', async () => {
    const event = await record(bleeding)
    const patient = await site.api.patients.get({ id: patientId })
    const clock = await only()
    expect(clock.screeningNumber).toBe(patient.screeningNumber)
    expect(clock).toMatchObject({
      ...{
        patientId,
        event,
        term: '呕血',
        protocol: PROTOCOL,
      },
      ...{ kind: 'sponsor', basis: 'preset', state: 'running', dueAt: '2026-11-23T08:00:00.000+08:00' },
    })
  })

  it('follow what the site confirmed for the trial that the patient consented to', async () => {
    await enterSafety({ sponsorHours: 12, ethicsCommitteeHours: 48 })
    await record(bleeding)
    expect((await running()).map(({ kind, hours, basis }) => [kind, hours, basis])).toEqual([
      ['sponsor', 12, 'site'],
      ['ethics_committee', 48, 'site'],
    ])
  })

  it('stay what they were when the site became aware, whatever it enters later', async () => {
    await enterSafety({ sponsorHours: 12, ethicsCommitteeHours: 48 })
    site.clock.advance(3600)
    await record({ ...bleeding, aware: { at: '2026-11-22T10:30:00+08:00', by: 'Chen Wei' } })
    site.clock.advance(3600)
    await enterSafety({ sponsorHours: 720 }, 1)
    expect((await running()).map(({ kind, hours }) => [kind, hours])).toEqual([
      ['sponsor', 12],
      ['ethics_committee', 48],
    ])
    const next = await record({ ...bleeding, aware: { at: '2026-11-22T12:00:00+08:00', by: 'Chen Wei' } })
    expect((await running()).filter(({ event }) => event === next).map(({ hours }) => hours)).toEqual([720])
  })

  it('begin with those that cannot run, then the most urgent', async () => {
    const later = await record({ ...bleeding, aware: { at: '2026-11-22T09:00:00+08:00', by: 'Chen Wei' } })
    const sooner = await record(bleeding)
    const { aware: _aware, ...unaware } = bleeding
    const unknown = await record(unaware)
    expect((await running()).map(({ event }) => event)).toEqual([unknown, sooner, later])
  })

  it('end with the report, and begin again where it is taken back', async () => {
    const event = await record(bleeding)
    const sent = await record(report(event, '2026-11-22T09:30:00+08:00'))
    expect(await running()).toEqual([])
    await site.api.facts.retract({ factId: sent, expectedVersion: 1, reason: 'another patient' })
    expect((await only()).event).toBe(event)
  })

  it('end with a correction of seriousness, and with the event', async () => {
    const factId = await record(bleeding)
    const { criteria: _criteria, ...minor } = { ...bleeding, serious: 'no' }
    await site.api.facts.correct({
      ...{ factId, expectedVersion: 1, reason: 'was not admitted', source: { kind: 'typed' } },
      content: FactContent.parse(minor),
    })
    expect(await running()).toEqual([])
    await site.api.facts.correct({
      ...{ factId, expectedVersion: 2, reason: 'was admitted', source: { kind: 'typed' } },
      content: FactContent.parse(bleeding),
    })
    expect(await running()).toHaveLength(1)
    await site.api.facts.retract({ factId, expectedVersion: 3, reason: 'another patient' })
    expect(await running()).toEqual([])
  })
})

describe('[A6] a clock that was put back', () => {
  it('gives no time to a deadline, before the trail has seen it and after', async () => {
    await record(bleeding)
    site.clock.set('2026-11-22T22:00:00.000Z')
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    site.clock.set('2026-11-22T12:00:00.000Z')
    expect(await only()).toMatchObject({ state: 'due_soon', addedSeconds: 10 * 3600 })
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    site.clock.set('2026-11-22T14:00:01.000Z')
    expect(await only()).toMatchObject({ state: 'overdue', addedSeconds: 10 * 3600 })
  })

  it('is counted for an event from the entry with which it was first charted', async () => {
    site.clock.set('2026-11-22T04:00:00.000Z')
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    site.clock.set(MORNING)
    const now = { at: '2026-11-22T10:00:00+08:00', by: 'Chen Wei' }
    await record({ ...bleeding, aware: now })
    expect((await only()).addedSeconds).toBe(0)
  })

  it('is counted once, however often it is asked for', async () => {
    await record(bleeding)
    site.clock.set('2026-11-22T01:00:00.000Z')
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    expect((await only()).addedSeconds).toBe(3600)
    expect((await only()).addedSeconds).toBe(3600)
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    expect((await only()).addedSeconds).toBe(3600)
  })
})

describe('a report that is entered', () => {
  const late = '2026-11-23T08:00:01+08:00'
  let event: FactId
  beforeEach(async () => {
    event = await record(bleeding)
    site.clock.set('2026-11-23T02:00:00.000Z')
  })

  const wanting = (path: string) => ({
    code: 'invalid_input',
    issues: [{ path, message: 'the deadline had passed; say why it was late' }],
  })

  it('asks for the reason where it was late, and keeps it', async () => {
    expect(await failureOf(record(report(event, late)))).toEqual(wanting('facts[0].content.lateReason'))
    await record({ ...report(event, late), lateReason: 'the line was down' })
    const { listed } = await site.api.adverseEvents.get({ event })
    expect(listed.clocks).toMatchObject([{ state: 'met_late', lateReason: 'the line was down' }])
  })

  it('asks for none to the last second, nor where the first one was in time', async () => {
    await record(report(event, '2026-11-23T08:00:00+08:00'))
    await record(report(event, late))
    expect(await running()).toEqual([])
  })

  it('asks for none where it only follows up, or goes to somebody without a deadline', async () => {
    await record({ ...report(event, late), stage: 'follow_up' })
    await record({ ...report(event, late), to: 'authority' })
    expect(await running()).toHaveLength(1)
  })

  it('asks for the reason where a correction makes it late', async () => {
    const factId = await record(report(event, '2026-11-22T09:30:00+08:00'))
    const corrected = site.api.facts.correct({
      ...{ factId, expectedVersion: 1, reason: 'wrong day', source: { kind: 'typed' } },
      content: FactContent.parse(report(event, late)),
    })
    expect(await failureOf(corrected)).toEqual(wanting('content.lateReason'))
  })

  it('[A6] is not made timely by a clock that was put back', async () => {
    await record({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
    site.clock.set('2026-11-22T23:30:00.000Z')
    const sent = report(event, '2026-11-23T07:30:00+08:00')
    expect(await failureOf(record(sent))).toEqual(wanting('facts[0].content.lateReason'))
  })

  it('starts the sponsor’s days with its receipt, and no earlier', async () => {
    const days = async () => (await site.api.adverseEvents.get({ event })).expedited
    const factId = await record(report(event, '2026-11-22T09:30:00+08:00'))
    expect(await days()).toMatchObject({ from: null, days: 15, dueOn: null })
    const receivedAt = '2026-11-22T10:00:00+08:00'
    await site.api.facts.correct({
      ...{ factId, expectedVersion: 1, reason: 'receipt confirmed', source: { kind: 'typed' } },
      content: FactContent.parse({ ...report(event, '2026-11-22T09:30:00+08:00'), receivedAt }),
    })
    expect(await days()).toMatchObject({ from: receivedAt, dueOn: '2026-12-07', followUpOn: null })
  })
})
