import { afterEach, beforeEach, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'

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
const bleeding = (more: object = {}) =>
  FactContent.parse({
    ...{
      kind: 'adverse_event',
      term: '呕血',
      from: '2026-11-21',
      grades: [{ grade: 3, from: '2026-11-21' }],
    },
    ...{ serious: 'yes', criteria: ['hospitalisation'], ...more },
    aware: { at: '2026-11-21T08:00:00+08:00', by: 'Chen Wei' },
  })
const denied = bleeding({ serious: 'no', criteria: undefined })

async function asked() {
  const { events } = await site.api.adverseEvents.list({ patientId })
  return events.flatMap(({ clocks, questions }) => [
    clocks.length,
    questions.map(({ code, answer }) => [code, answer]),
  ])
}

it('[A1] a deadline that a correction ended stays asked about, with the reason of the correction', async () => {
  const { facts } = await site.api.facts.record({ patientId, facts: [{ content: bleeding() }] })
  const factId = facts[0]?.id ?? expect.fail()
  expect(await asked()).toEqual([1, []])
  const typed = {
    patientId,
    event: factId,
    content: denied as Extract<typeof denied, { kind: 'adverse_event' }>,
  }
  expect((await site.api.adverseEvents.check(typed)).questions).toMatchObject([
    { code: 'seriousness_taken_back', answer: null },
  ])
  const change = { factId, source: { kind: 'typed' as const }, content: denied }
  await site.api.facts.correct({ ...change, expectedVersion: 1, reason: 'not admitted' })
  expect(await asked()).toEqual([0, [['seriousness_taken_back', 'not admitted']]])
  await site.api.facts.correct({ ...change, expectedVersion: 2, reason: 'follow-up' })
  expect(await asked()).toEqual([0, [['seriousness_taken_back', 'not admitted']]])
  await site.api.facts.correct({ ...change, expectedVersion: 3, content: bleeding(), reason: 'admitted' })
  expect(await asked()).toEqual([1, []])
})
