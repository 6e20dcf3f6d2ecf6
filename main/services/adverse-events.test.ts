import { afterEach, beforeEach, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
  patientId = await chart(site, [FactContent.parse({ kind: 'body_weight', on: '2026-11-01', kg: '61' })])
})
afterEach(() => {
  site.dispose()
  expect(site.failures).toEqual([])
})

const override = {
  second: { loginName: 'coordinator', password: PASSWORD },
  reason: 'treated before Lobule was there',
}
async function record(...contents: object[]) {
  const { facts } = await site.api.facts.record({
    ...{ patientId, override },
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })
  return facts.map(({ id }) => id)
}
const fever = {
  kind: 'adverse_event',
  from: '2026-11-12T09:00:00+08:00',
  term: '发热',
  ctcae: 'fever',
  grades: [],
}
const dose = { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-12T08:00:00+08:00' }

it('an event of the day of the dose is listed with hours since it and its study day', async () => {
  await record(
    { kind: 'enrolment', status: 'enrolled', protocol: PROTOCOL, on: '2026-11-10', subjectNumber: 'R-07' },
    dose,
  )
  const [event] = await record(fever)
  const { events } = await site.api.adverseEvents.list({ patientId })
  expect(events).toMatchObject([
    {
      ...{ event, protocol: PROTOCOL, subjectNumber: 'R-07', studyDay: 1, emergence: 'treatment_emergent' },
      ...{ sinceDose: { number: 1, days: 0, hours: 1 }, worst: null, causality: null },
      organClass: 'general_disorders_and_administration_site_conditions',
    },
  ])
  expect(await site.api.adverseEvents.get({ event: events[0]?.event ?? expect.fail() })).toMatchObject({
    ...{ listed: { event }, reports: [], judgements: [] },
  })
})
