import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { chart } from '#test/support/decided-site.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  patientId = await chart(site, [FactContent.parse({ kind: 'body_weight', on: '2026-11-01', kg: '61' })])
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

/** Due at eight in the morning of the next day at the site: 24 hours after the awareness. */
async function bleeding(aware: object | undefined = { at: '2026-11-22T08:00:00+08:00', by: 'Chen Wei' }) {
  const event = { kind: 'adverse_event', term: '呕血', grades: [], serious: 'yes', ...(aware && { aware }) }
  await site.api.facts.record({ patientId, facts: [{ content: FactContent.parse(event) }] })
}

const locked = async () => {
  await site.api.session.lock({})
  return site.api.site.status({})
}
const none = { running: 0, dueSoon: 0, overdue: 0, noStart: 0 }
const said = () => site.events.filter(({ event }) => event === 'deadlines')

describe('a locked store', () => {
  it('says how many deadlines run, and nothing else of them', async () => {
    await bleeding()
    await site.api.facts.record({
      patientId,
      facts: [
        {
          content: FactContent.parse({
            ...{ kind: 'adverse_event', term: '肝性脑病', grades: [], serious: 'yes' },
          }),
        },
      ],
    })
    const status = await locked()
    expect(status).toEqual({ state: 'locked', deadlines: { ...none, running: 1, noStart: 1 } })
    site.clock.set('2026-11-22T18:00:00.000Z')
    expect(await site.api.site.status({})).toMatchObject({ deadlines: { running: 0, dueSoon: 1 } })
    site.clock.set('2026-11-23T00:00:00.001Z')
    expect(await site.api.site.status({})).toMatchObject({ deadlines: { dueSoon: 0, overdue: 1 } })
  })

  it('says nothing where none runs', async () => {
    expect(await locked()).toEqual({ state: 'locked' })
  })

  it('knows nothing any more after a new start', async () => {
    await bleeding()
    site.restart()
    expect(await site.api.site.status({})).toEqual({ state: 'locked' })
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(await locked()).toMatchObject({ deadlines: { running: 1 } })
  })

  it('[A6] gives no time to a clock that is put back meanwhile', async () => {
    await bleeding()
    await locked()
    site.clock.set('2026-11-22T22:00:00.000Z')
    await site.api.site.status({})
    site.clock.set('2026-11-22T12:00:00.000Z')
    expect(await site.api.site.status({})).toMatchObject({ deadlines: { dueSoon: 1 } })
    site.clock.advance(2 * 3600 + 1)
    expect(await site.api.site.status({})).toMatchObject({ deadlines: { overdue: 1 } })
  })
})

describe.each(['open', 'locked'])('while the store is %s', state => {
  beforeEach(async () => {
    await bleeding()
    if (state === 'locked') await site.api.session.lock({})
  })

  it('says once that a deadline is due soon, and once that it has passed', () => {
    site.idle.pass(60)
    expect(said()).toEqual([])
    site.clock.set('2026-11-22T18:00:00.000Z')
    site.idle.pass(60)
    expect(said()).toEqual([{ event: 'deadlines', now: 'due_soon', deadlines: { ...none, dueSoon: 1 } }])
    site.clock.set('2026-11-23T00:00:00.001Z')
    site.idle.pass(60)
    expect(said()[1]).toEqual({ event: 'deadlines', now: 'overdue', deadlines: { ...none, overdue: 1 } })
    site.clock.advance(3600)
    site.idle.pass(60)
    expect(said()).toHaveLength(2)
  })

  it('tells of nobody', () => {
    site.clock.set('2026-11-23T00:00:00.001Z')
    site.idle.pass(20)
    expect(JSON.stringify(said())).not.toMatch(/呕血|WXM|S-|[0-9a-f]{8}-/)
  })
})

it('is not said of a deadline that was met in time', async () => {
  await bleeding()
  const [clock] = (await site.api.adverseEvents.clocks({})).clocks
  const report = {
    ...{ kind: 'safety_report', event: clock?.event, on: '2026-11-22T09:00:00+08:00', to: 'sponsor' },
    ...{ stage: 'initial', recipient: 'Safety desk', how: 'telephone', sent: { sha256: 'a'.repeat(64) } },
  }
  await site.api.facts.record({ patientId, facts: [{ content: FactContent.parse(report) }] })
  site.clock.set('2026-11-24T00:00:00.000Z')
  site.idle.pass(60)
  expect(said()).toEqual([])
  expect(site.idle.running()).toBe(1)
})

it('is said although something else was charted just when a deadline passed', async () => {
  await bleeding()
  site.clock.set('2026-11-23T00:00:00.001Z')
  const weight = FactContent.parse({ kind: 'body_weight', on: '2026-11-22', kg: '61' })
  await site.api.facts.record({ patientId, facts: [{ content: weight }] })
  expect(said()).toMatchObject([{ now: 'overdue' }])
  site.idle.pass(60)
  expect(said()).toHaveLength(1)
})
