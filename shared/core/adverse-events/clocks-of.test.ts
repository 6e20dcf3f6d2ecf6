import { describe, expect, it } from 'vitest'
import { siteClock } from '#main/services/site-clock.ts'
import { type Content, factOf } from '#test/support/chart-builder.ts'
import type { Clock } from './clock.ts'
import type { ClockTime, SetBack } from './clock-time.ts'
import { clocksOf } from './clocks-of.ts'
import type { EventFact } from './event-source.ts'
import { SiteSafety } from './site-safety.ts'

const ENTERED = '2026-12-31T23:59:59+08:00'

interface Case {
  readonly now: string
  readonly zone?: string
  readonly event?: object
  readonly reports?: readonly object[]
  readonly reporting?: object
  readonly setBacks?: readonly SetBack[]
  /** The entries of the trail: the event is `event`, reports are `report-0` and so on. */
  readonly entered?: Readonly<Record<string, number>>
}

function clocks({ now, zone = 'Asia/Shanghai', event, reports = [], ...given }: Case): Clock[] {
  const { render } = siteClock(zone)
  const { setBacks = [], entered = {} } = given
  const content = { kind: 'adverse_event', term: 'Haematemesis', grades: [], serious: 'yes', ...event }
  const fact = factOf('event', content, ENTERED) as EventFact
  const sent = reports.map((report, index) => factOf(`report-${index}`, reportOf(report), ENTERED))
  const time: ClockTime = {
    now: Date.parse(now),
    setBacks,
    enteredAs: id => entered[id],
    render: instant => render(new Date(instant)),
  }
  return clocksOf(fact, { facts: [fact, ...sent], safety: safetyOf(given.reporting), time })
}

function reportOf(report: object): Content {
  return {
    ...{ kind: 'safety_report', event: 'event', to: 'sponsor', stage: 'initial', recipient: 'Safety desk' },
    ...{ on: ENTERED, how: 'secure e-mail', sent: { sha256: 'a'.repeat(64) } },
    ...report,
  }
}

function safetyOf(reporting: object | undefined): SiteSafety | undefined {
  if (reporting === undefined) return undefined
  return SiteSafety.parse({
    ...{ schema: 'lobule.safety/1', protocol: 'NCT07413549', protocolVersion: '1.0' },
    ...{ approvedOn: '2026-01-05', reporting: { sponsorHours: 24, ...reporting }, cohorts: [] },
  })
}

const aware = (at: string) => ({ aware: { at, by: 'Dr Li' } })

/** Aware at eight in the morning; the preset 24 hours end at eight the next day. */
const morning = aware('2026-11-24T08:00:00+08:00')

function sponsorClock(given: Case): Clock | undefined {
  return clocks(given).find(({ kind }) => kind === 'sponsor')
}

describe('the deadline of the first report', () => {
  it.each([
    ['2026-11-24T08:00:00+08:00', 'running'],
    ['2026-11-25T01:59:59+08:00', 'running'],
    ['2026-11-25T02:00:00+08:00', 'due_soon'],
    ['2026-11-25T08:00:00+08:00', 'due_soon'],
    ['2026-11-25T08:00:00.001+08:00', 'overdue'],
  ])('at %s is %s', (now, state) => {
    expect(sponsorClock({ now, event: morning })?.state).toBe(state)
  })

  it('is due soon in the last quarter where less than a day is allowed', () => {
    const given = { event: morning, reporting: { sponsorHours: 8 } }
    expect(sponsorClock({ ...given, now: '2026-11-24T13:59:59+08:00' })?.state).toBe('running')
    expect(sponsorClock({ ...given, now: '2026-11-24T14:00:00+08:00' })?.state).toBe('due_soon')
  })

  it('is 24 hours as long as the site has confirmed nothing, and says so', () => {
    const now = '2026-11-24T09:00:00+08:00'
    expect(sponsorClock({ now, event: morning })).toMatchObject({ hours: 24, basis: 'preset' })
    const site = sponsorClock({ now, event: morning, reporting: { sponsorHours: 12 } })
    expect(site).toMatchObject({ hours: 12, basis: 'site', dueAt: '2026-11-24T20:00:00.000+08:00' })
  })

  it('runs from the awareness, however late that was charted', () => {
    const late = aware('2026-11-20T08:00:00+08:00')
    const clock = sponsorClock({ now: '2026-11-24T09:00:00+08:00', event: late, entered: { event: 700 } })
    expect(clock).toMatchObject({ state: 'overdue', from: '2026-11-20T08:00:00+08:00' })
  })

  it('follows a corrected awareness', () => {
    const now = '2026-11-25T09:00:00+08:00'
    expect(sponsorClock({ now, event: morning })?.state).toBe('overdue')
    const corrected = aware('2026-11-24T18:00:00+08:00')
    expect(sponsorClock({ now, event: corrected })).toMatchObject({
      state: 'running',
      dueAt: '2026-11-25T18:00:00.000+08:00',
    })
  })

  it('cannot run where nobody charted when the site became aware, although it was reported', () => {
    const now = '2026-11-25T09:00:00+08:00'
    const unknown = { state: 'no_start', from: null, dueAt: null }
    expect(sponsorClock({ now })).toMatchObject({ ...unknown, report: null })
    const reports = [{ on: '2026-11-25T08:30:00+08:00' }]
    expect(sponsorClock({ now, reports })).toMatchObject({ ...unknown, report: 'report-0' })
  })

  it('is kept only for serious events, by their answer or by any criterion', () => {
    const now = '2026-11-24T09:00:00+08:00'
    expect(clocks({ now, event: { ...morning, serious: 'no' } })).toEqual([])
    expect(clocks({ now, event: { ...morning, serious: undefined } })).toEqual([])
    const unanswered = { ...morning, serious: undefined, criteria: ['hospitalisation'] }
    expect(clocks({ now, event: unanswered })).toHaveLength(1)
  })

  it('runs to the ethics committee only where the site has a time for that', () => {
    const now = '2026-11-24T09:00:00+08:00'
    const kinds = (reporting?: object) =>
      clocks({ now, event: morning, ...(reporting && { reporting }) }).map(({ kind }) => kind)
    expect(kinds()).toEqual(['sponsor'])
    expect(kinds({})).toEqual(['sponsor'])
    expect(kinds({ ethicsCommitteeHours: 48 })).toEqual(['sponsor', 'ethics_committee'])
  })
})

describe('time zones', () => {
  it('counts hours that passed across the start and the end of summer time, and shows the wall clock', () => {
    const zone = 'Europe/Berlin'
    const spring = aware('2026-03-28T20:00:00+01:00')
    expect(sponsorClock({ zone, now: '2026-03-29T12:00:00Z', event: spring })?.dueAt).toBe(
      '2026-03-29T21:00:00.000+02:00',
    )
    const autumn = aware('2026-10-24T20:00:00+02:00')
    expect(sponsorClock({ zone, now: '2026-10-25T12:00:00Z', event: autumn })?.dueAt).toBe(
      '2026-10-25T19:00:00.000+01:00',
    )
  })

  it('compares instants, whatever offset each was written with', () => {
    const event = aware('2026-11-24T00:00:00Z')
    const at = (now: string) => sponsorClock({ now, event })
    expect(at('2026-11-25T08:00:00+08:00')?.state).toBe('due_soon')
    expect(at('2026-11-24T19:00:01-05:00')?.state).toBe('overdue')
    expect(at('2026-11-24T12:00:00Z')?.dueAt).toBe('2026-11-25T08:00:00.000+08:00')
  })
})

describe('a report', () => {
  const now = '2026-11-26T12:00:00+08:00'
  const given = { now, event: morning }

  it.each([
    ['2026-11-24T10:00:00+08:00', 'met'],
    ['2026-11-25T08:00:00+08:00', 'met'],
    ['2026-11-25T08:00:01+08:00', 'met_late'],
    ['2026-11-24T07:00:00+08:00', 'met'],
  ])('sent at %s leaves the deadline %s', (on, state) => {
    const clock = sponsorClock({ ...given, reports: [{ on, lateReason: 'no connection' }] })
    expect(clock).toMatchObject({ state, metAt: on, report: 'report-0', lateReason: 'no connection' })
  })

  it('that only follows up meets no first deadline', () => {
    const reports = [{ on: '2026-11-24T10:00:00+08:00', stage: 'follow_up' }]
    expect(sponsorClock({ ...given, reports })).toMatchObject({ state: 'overdue', report: null })
  })

  it('to another recipient or of another event meets none', () => {
    const on = '2026-11-24T10:00:00+08:00'
    const reports = [
      { on, to: 'ethics_committee' },
      { on, to: 'authority' },
      { on, event: 'another' },
    ]
    expect(sponsorClock({ ...given, reports })?.state).toBe('overdue')
  })

  it('counts once: the earliest of several', () => {
    const reports = [{ on: '2026-11-25T09:00:00+08:00' }, { on: '2026-11-24T10:00:00+08:00' }]
    expect(sponsorClock({ ...given, reports })).toMatchObject({ state: 'met', report: 'report-1' })
  })

  it('that was taken back meets nothing any more', () => {
    const reports = [{ on: '2026-11-24T10:00:00+08:00' }]
    expect(sponsorClock({ ...given, reports })?.state).toBe('met')
    expect(sponsorClock({ ...given, reports: [] })?.state).toBe('overdue')
  })
})

describe('follow-up reports', () => {
  const first = { on: '2026-11-24T10:00:00+08:00' }
  const second = { on: '2026-11-28T10:00:00+08:00', stage: 'follow_up' }
  const reporting = { followUpDays: 7 }
  const followUp = (given: Omit<Case, 'reporting'>) =>
    clocks({ reporting, ...given }).find(({ kind }) => kind === 'follow_up')

  it('are due so many days after the last report, until the event has ended', () => {
    const now = '2026-11-29T09:00:00+08:00'
    expect(followUp({ now, event: morning })).toBeUndefined()
    expect(followUp({ now, event: morning, reports: [first] })).toMatchObject({
      state: 'running',
      hours: 168,
      dueAt: '2026-12-01T10:00:00.000+08:00',
    })
    expect(followUp({ now, event: morning, reports: [first, second] })?.dueAt).toBe(
      '2026-12-05T10:00:00.000+08:00',
    )
  })

  it.each([
    ['ended before the next was due', { to: '2026-11-30' }, undefined],
    ['ended on the day that it was due', { to: '2026-12-01' }, undefined],
    ['ended after it was due', { to: '2026-12-03' }, 'overdue'],
    ['goes on', { to: 'ongoing' }, 'overdue'],
    ['ended in a month that may be later', { to: '2026-12' }, 'overdue'],
    ['is over, nobody knows since when', { outcome: 'recovered' }, 'overdue'],
  ])('of an event that %s', (_what, end, state) => {
    const now = '2026-12-04T09:00:00+08:00'
    expect(followUp({ now, event: { ...morning, ...end }, reports: [first] })?.state).toBe(state)
  })

  it('end with an event that is over before one is due, although nobody knows since when', () => {
    const now = '2026-11-29T09:00:00+08:00'
    const event = { ...morning, outcome: 'recovered' }
    expect(followUp({ now, event, reports: [first] })).toBeUndefined()
  })

  it('show after the end how the last one was kept', () => {
    const now = '2026-12-20T09:00:00+08:00'
    const event = { ...morning, to: '2026-12-01' }
    expect(followUp({ now, event, reports: [first, second] })).toMatchObject({
      state: 'met',
      from: first.on,
      report: 'report-1',
    })
    const late = { ...second, on: '2026-12-02T10:00:00+08:00', lateReason: 'public holiday' }
    expect(followUp({ now, event, reports: [first, late] })).toMatchObject({
      state: 'met_late',
      lateReason: 'public holiday',
    })
  })

  it('are asked of nobody where the site has no time for them', () => {
    const now = '2026-12-04T09:00:00+08:00'
    expect(clocks({ now, event: morning, reports: [first], reporting: {} })).toHaveLength(1)
  })
})

describe('[A6] a clock that was put back', () => {
  const instant = (text: string) => Date.parse(text)
  /** From noon to eleven, seen with entry 50. */
  const hourBack: SetBack = {
    seq: 50,
    from: instant('2026-11-24T12:00:00+08:00'),
    to: instant('2026-11-24T11:00:00+08:00'),
  }
  const setBacks = [hourBack]
  const entered = { event: 40 }

  it('gives no time: what it was put back by counts as passed, and is said', () => {
    const event = morning
    const at = (now: string) => sponsorClock({ now, event, setBacks, entered })
    expect(at('2026-11-25T07:00:00+08:00')).toMatchObject({ state: 'due_soon', addedSeconds: 3600 })
    expect(at('2026-11-25T07:00:01+08:00')?.state).toBe('overdue')
    expect(at('2026-11-25T07:00:01+08:00')?.dueAt).toBe('2026-11-25T08:00:00.000+08:00')
  })

  it('counts although the event was charted afterwards, where the site was aware before', () => {
    const now = '2026-11-24T15:00:00+08:00'
    const clock = sponsorClock({ now, event: morning, setBacks, entered: { event: 60 } })
    expect(clock?.addedSeconds).toBe(3600)
  })

  it('does not count against an event that the site became aware of and charted afterwards', () => {
    const event = aware('2026-11-24T11:30:00+08:00')
    const now = '2026-11-24T15:00:00+08:00'
    expect(sponsorClock({ now, event, setBacks, entered: { event: 60 } })?.addedSeconds).toBe(0)
    expect(sponsorClock({ now, event, setBacks, entered: { event: 40 } })?.addedSeconds).toBe(3600)
  })

  it('makes a report late that was in time only by the clock that was put back', () => {
    const night: SetBack = {
      ...{ seq: 50, from: instant('2026-11-25T10:00:00+08:00') },
      to: instant('2026-11-25T07:30:00+08:00'),
    }
    const given = { now: '2026-11-25T08:00:00+08:00', event: morning, setBacks: [night] }
    const reports = [{ on: '2026-11-25T07:40:00+08:00' }]
    const after = sponsorClock({ ...given, reports, entered: { event: 40, 'report-0': 51 } })
    expect(after).toMatchObject({ state: 'met_late', addedSeconds: 9000 })
    const draft = sponsorClock({ ...given, reports, entered })
    expect(draft?.state).toBe('met_late')
    const before = sponsorClock({ ...given, reports, entered: { event: 40, 'report-0': 45 } })
    expect(before).toMatchObject({ state: 'met', addedSeconds: 0 })
  })

  it('adds up, and a part of a second counts as a whole one', () => {
    const again: SetBack = {
      seq: Number.POSITIVE_INFINITY,
      from: instant('2026-11-24T20:00:00.300+08:00'),
      to: instant('2026-11-24T19:59:00+08:00'),
    }
    const now = '2026-11-24T19:59:00+08:00'
    const clock = sponsorClock({ now, event: morning, setBacks: [hourBack, again], entered })
    expect(clock?.addedSeconds).toBe(3661)
  })
})
