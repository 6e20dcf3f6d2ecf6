import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { siteSchedule } from '#test/support/calendar.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

const screened = () => chart(site, [FactContent.parse({ kind: 'body_weight', on: '2026-11-20', kg: '61' })])

const override = {
  second: { loginName: 'coordinator', password: PASSWORD },
  reason: 'treated before Lobule was there',
}
const record = (patientId: PatientId, ...contents: object[]) =>
  site.api.facts.record({
    ...{ patientId, override },
    facts: contents.map(content => ({ content: FactContent.parse({ protocol: PROTOCOL, ...content }) })),
  })
const enrolled = (on: string) => ({ kind: 'enrolment', status: 'enrolled', on })
const dose = (number: number, from: string) => ({ kind: 'dose', number, from })
const extra = { title: 'Week 4 第4周', anchor: { from: 'dose', number: 1 }, before: 2, after: 2 }
const enterSchedule = () =>
  site.api.conduct.enterSchedule({
    ...{ protocolId: PROTOCOL, expectedVersion: 0 },
    content: siteSchedule(PROTOCOL, {
      windows: [{ visit: 'dose-2', before: 3, after: 7 }],
      extraVisits: [{ ...extra, id: 'week-4', day: 28, assessments: ['albumin', 'hbv-dna'] }],
      lateEntryDays: 5,
    }),
  })

describe('the calendar of a patient', () => {
  it('is one for each protocol that they are in, the one they are enrolled in first', async () => {
    const patientId = await screened()
    expect(await site.api.visits.calendar({ patientId })).toEqual([])
    const other = ProtocolId.parse('NCT07413549')
    const consent = { kind: 'consent', status: 'signed', version: '1.0', on: '2026-11-01' }
    await record(patientId, consent, { ...consent, protocol: other })
    expect((await site.api.visits.calendar({ patientId })).map(({ protocol }) => protocol)).toEqual([
      PROTOCOL,
      other,
    ])
    await record(patientId, { ...enrolled('2026-11-10'), protocol: other, subjectNumber: 'R-07' })
    expect(await site.api.visits.calendar({ patientId })).toMatchObject([
      { protocol: other, enrolled: { subjectNumber: 'R-07' }, scheduleVersion: 0 },
      { protocol: PROTOCOL, enrolled: null },
    ])
  })

  it('is also of a protocol of which nothing but a visit is charted', async () => {
    const patientId = await screened()
    await record(patientId, { kind: 'visit', visit: 'week-72', from: '2026-11-10', status: 'done' })
    const [calendar] = await site.api.visits.calendar({ patientId })
    expect(calendar?.visits.map(({ visit, state }) => [visit, state])).toContainEqual(['week-72', 'done'])
  })

  it('counts day 0 by the clock of the site', async () => {
    const patientId = await screened()
    await enterSchedule()
    await record(patientId, dose(1, '2026-11-01T18:00:00Z'))
    const [calendar] = await site.api.visits.calendar({ patientId })
    expect(calendar).toMatchObject({ day0: '2026-11-02', dayOfTrial: 20, scheduleVersion: 1 })
  })

  it('is of a patient who is there', async () => {
    const patientId = PatientId.parse('nobody')
    expect(await failureOf(site.api.visits.calendar({ patientId }))).toMatchObject({ code: 'not_found' })
  })
})

describe('the work list', () => {
  const tasks = async (days = 30) => {
    const { tasks: found } = await site.api.visits.tasks({ days })
    return found.map(({ kind, visit, number, on, until, items }) => [
      ...[kind, visit ?? `dose ${number}`, on, until],
      items.map(({ en }) => en).join(', '),
    ])
  }

  it('names what is due, late, missing and coming, and nobody who is only screened', async () => {
    await enterSchedule()
    await screened()
    const due = await screened()
    await record(due, enrolled('2026-10-24'), dose(1, '2026-10-25'))
    await record(due, {
      kind: 'visit',
      visit: 'baseline',
      from: '2026-10-24',
      status: 'done',
      awaited: ['hbv-dna'],
    })
    const waiting = await screened()
    await record(waiting, dose(1, '2026-06-10'))
    const found = await tasks()
    expect(found.map(task => task.slice(0, 4))).toEqual([
      ['dose_due', 'dose 2', '2026-11-25', '2026-12-02'],
      ['visit_due', 'week-4', '2026-11-22', '2026-11-24'],
      ['visit_missed', 'week-4', '2026-07-08', '2026-07-10'],
      ['assessments_missing', 'baseline', '2026-10-24', null],
      ['results_awaited', 'baseline', '2026-10-24', null],
    ])
    expect(found.find(([kind]) => kind === 'results_awaited')?.at(-1)).toBe('HBV DNA')
    expect(found.find(([kind]) => kind === 'assessments_missing')?.at(-1)).toContain('Albumin')
  })

  it('asks for nothing more once a visit is charted as missed, or the trial has ended', async () => {
    await enterSchedule()
    const patientId = await screened()
    await record(patientId, dose(1, '2026-06-10'), enrolled('2026-06-10'))
    await record(patientId, {
      kind: 'visit',
      visit: 'week-4',
      from: '2026-07-08',
      status: 'missed',
      reason: 'flood',
    })
    await record(patientId, {
      kind: 'enrolment',
      status: 'discontinued',
      on: '2026-06-20',
      reason: 'moved away',
    })
    expect(await tasks(180)).toEqual([['visit_overdue', 'baseline', '2026-06-10', null, '']])
  })
})

describe('[C4] the calendar file', () => {
  it('holds whole days, screening numbers and visits, and is an export in the trail', async () => {
    await enterSchedule()
    const patientId = await screened()
    await record(patientId, enrolled('2026-11-10'), dose(1, '2026-11-10'))
    const { screeningNumber } = await site.api.patients.get({ id: patientId })
    const file = await site.api.visits.iCalendar({ patientId, days: 200 })
    expect(file).toMatchObject({ events: 2, fileName: `01_${screeningNumber}_visits_20261122.ics` })
    const lines = file.text.split('\r\n')
    expect(lines).toContain('DTSTART;VALUE=DATE:20261208')
    expect(lines).toContain(`SUMMARY:${screeningNumber} · Week 4 第4周`)
    expect(lines).toContain('DTSTART;VALUE=DATE:20270427')
    expect(lines).toContain(`SUMMARY:${screeningNumber} · Dose 2 第2次给药`)
    expect(lines.filter(line => line === 'DTSTAMP:20261122T020000Z')).toHaveLength(2)
    expect(file.text).not.toContain('WXM')
    expect(file.text).not.toContain(patientId)
    const uids = (text: string) => text.match(/^UID:.*$/gm)
    const again = await site.api.visits.iCalendar({ days: 200 })
    expect(uids(again.text)).toEqual(uids(file.text))
    const exported = await site.api.audit.list({ action: 'calendar.export' })
    expect(exported).toMatchObject([
      { subject: { kind: 'patient', id: patientId }, newValue: { entries: 2, file: file.fileName } },
      { subject: { kind: 'site' }, newValue: { entries: 2 } },
    ])
  })
})

describe('deviations', () => {
  const note = { class: 'important' as const, reason: 'patient was ill', told: [] }
  const missed = async () => {
    await enterSchedule()
    const patientId = await screened()
    await record(patientId, dose(1, '2026-06-10'))
    const list = await site.api.deviations.list({ patientId })
    return { patientId, list }
  }

  it('are seen in the record: a closed window, a late entry, a step without its gate', async () => {
    const { list } = await missed()
    expect(list.map(({ kind, on, note: said }) => [kind, on, said])).toEqual([
      ['missed_visit', '2026-07-10', null],
      ['late_entry', '2026-06-10', null],
      ['step_without_gate', '2026-06-10', null],
    ])
    expect(await site.api.deviations.list({})).toEqual(list)
    expect(await site.api.deviations.list({ protocolId: ProtocolId.parse('NCT07413549') })).toEqual([])
  })

  it('are noted in versions, with a reason for each change', async () => {
    const { list } = await missed()
    const key = list[0]?.key ?? ''
    const noted = await site.api.deviations.note({ key, expectedVersion: 0, note })
    expect(noted).toMatchObject({ key, note: { ...note, version: 1 } })
    const change = {
      key,
      expectedVersion: 1,
      note: { ...note, told: [{ who: 'sponsor', on: '2026-11-22' as never }] },
    }
    expect(await failureOf(site.api.deviations.note(change))).toMatchObject({ issues: [{ path: 'reason' }] })
    await site.api.deviations.note({ ...change, reason: 'told by letter' })
    expect((await site.api.deviations.list({}))[0]?.note).toMatchObject({
      version: 2,
      told: [{ who: 'sponsor' }],
    })
    expect(await failureOf(site.api.deviations.note({ ...change, reason: 'again' }))).toMatchObject({
      code: 'stale_version',
    })
    expect(await site.api.audit.list({ action: 'deviation.note' })).toMatchObject([
      { oldValue: null, newValue: note },
      { oldValue: note, reason: 'told by letter' },
    ])
  })

  it('cannot be noted where they are not, or no longer', async () => {
    const { patientId, list } = await missed()
    const key = list[0]?.key ?? ''
    await record(patientId, { kind: 'visit', visit: 'week-4', from: '2026-07-09', status: 'done' })
    for (const gone of [key, 'nonsense']) {
      const call = site.api.deviations.note({ key: gone, expectedVersion: 0, note })
      expect(await failureOf(call)).toMatchObject({ code: 'not_found' })
    }
  })

  it('are added by people too, of somebody who is only screened as well', async () => {
    const patientId = await screened()
    const added = { patientId, protocolId: PROTOCOL, text: 'Wrong consent version', note }
    expect(await failureOf(site.api.deviations.add({ ...added, on: '2026-11-23' as never }))).toMatchObject({
      issues: [{ path: 'on' }],
    })
    const made = await site.api.deviations.add({ ...added, on: '2026-11-20' as never })
    expect(made).toMatchObject({ kind: 'other', on: '2026-11-20', note: { version: 1, class: 'important' } })
    expect(await site.api.deviations.list({})).toEqual([made])
    expect(await site.api.audit.list({ action: 'deviation.add' })).toHaveLength(1)
  })
})
