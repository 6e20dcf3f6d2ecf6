import { describe, expect, it } from 'vitest'
import { siteClock } from '#main/services/site-clock.ts'
import { factOf } from '#test/support/chart-builder.ts'
import { localDateOf } from '../civil-date.ts'
import type { EventFact } from './event-source.ts'
import { expeditedClockOf } from './expedited-clock.ts'

const ENTERED = '2026-12-31T23:59:59+08:00'
const shanghai = siteClock('Asia/Shanghai')
const siteDay = (time: string) => localDateOf(shanghai.render(new Date(time)))

function clockOf(event: object, ...reports: object[]) {
  const content = { kind: 'adverse_event', term: 'Haematemesis', grades: [], serious: 'yes', ...event }
  const fact = factOf('event', content, ENTERED) as EventFact
  const facts = reports.map((report, index) =>
    factOf(
      `report-${index}`,
      {
        ...{
          kind: 'safety_report',
          event: 'event',
          to: 'sponsor',
          stage: 'initial',
          recipient: 'Safety desk',
        },
        ...{ on: '2026-11-24T08:00:00+08:00', how: 'telephone', sent: { sha256: 'a'.repeat(64) } },
        ...report,
      },
      ENTERED,
    ),
  )
  return expeditedClockOf(fact, [fact, ...facts], siteDay)
}

const received = { receivedAt: '2026-11-24T10:00:00+08:00' }

describe('the sponsor’s days', () => {
  it.each([
    ['a death', { criteria: ['death'] }],
    ['a fatal outcome that nobody ticked as a criterion', { outcome: 'fatal' }],
    ['danger to life', { criteria: ['hospitalisation', 'life_threatening'] }],
  ])('are 7 and then 8 for %s', (_what, event) => {
    expect(clockOf(event, received)).toMatchObject({ days: 7, dueOn: '2026-12-01', followUpOn: '2026-12-09' })
  })

  it('are 15 for everything else that is serious', () => {
    const clock = clockOf({ criteria: ['hospitalisation'] }, received)
    expect(clock).toMatchObject({ days: 15, dueOn: '2026-12-09', followUpOn: null })
  })

  it('count from the first receipt, by the site’s calendar', () => {
    const late = { receivedAt: '2026-11-26T10:00:00+08:00' }
    const first = { receivedAt: '2026-11-24T16:30:00Z', stage: 'follow_up' }
    expect(clockOf({}, late, first)).toMatchObject({ from: '2026-11-24T16:30:00Z', dueOn: '2026-12-10' })
  })

  it('do not begin before the sponsor has confirmed the receipt', () => {
    const committee = { ...received, to: 'ethics_committee' }
    expect(clockOf({}, {}, committee)).toMatchObject({ from: null, days: 15, dueOn: null, followUpOn: null })
  })

  it('are none for an event that is not serious', () => {
    expect(clockOf({ serious: 'no' }, received)).toBeNull()
  })
})
