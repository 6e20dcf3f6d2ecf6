import { cleanup, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import '../safety/patient/patient-safety.tsx'
import '../safety/site/safety-page.tsx'
import './inspection-page.tsx'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let patientId: PatientId

/** Keys are derived for real. */
const SLOW = 60_000

beforeAll(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-007', initials: 'LHM', sex: 'male' },
  })
  patientId = patient.id
  const contents = [
    { kind: 'body_weight', kg: '61.5', on: '2026-11-20' },
    { kind: 'adverse_event', from: '2026-11-20', term: 'fever', grades: [], serious: 'no' },
  ]
  await site.api.facts.record({
    patientId,
    facts: contents.map(content => ({ content: FactContent.parse(content) })),
  })
  await site.addUser('monitor')
}, SLOW)
afterEach(() => cleanup())
afterAll(() => site.dispose())

/** What writes to the record is called, in its buttons and links. */
const WRITING =
  /\b(?:add|enter|edit|correct|retract|remove|record|assess|judge|sign|countersign|withdraw|enrol|plan|import files|undo|attach|save|choose|amend|prepare|complete copy|retrieve)\b/i

/** Read and taken out; a review of the trail is a monitor's own. */
const READING = /^(?:Mark as reviewed|Choose|Save the original|Add a filter|Signatures?|Sign-off)/

function writingControls(): string[] {
  return [...screen.queryAllByRole('button'), ...screen.queryAllByRole('link')]
    .filter(control => control.closest('nav') === null && !unfolds(control))
    .map(control => control.getAttribute('aria-label') ?? control.textContent ?? '')
    .filter(name => WRITING.test(name) && !READING.test(name))
}

/** Only shows more of what is there, such as who waits for a missing result. */
function unfolds(control: Element): boolean {
  return control.hasAttribute('aria-expanded') && !control.hasAttribute('aria-haspopup')
}

const screens: readonly (readonly [name: string, at: (id: PatientId) => string, shows: RegExp])[] = [
  ['the list of candidates', () => '/?view=missing', /Candidates/],
  ['protocols', () => '/protocols', /Protocols/],
  ['a protocol', () => '/protocols/NCT07413549', /NCT07413549/],
  ['screening', id => `/candidates/${id}`, /S-007/],
  ['the chart', id => `/candidates/${id}/chart`, /S-007/],
  ['the visits', id => `/candidates/${id}/visits`, /S-007/],
  ['the safety of a candidate', id => `/candidates/${id}/safety`, /S-007/],
  ['the documents of a candidate', id => `/candidates/${id}/documents`, /S-007/],
  ['deviations', () => '/deviations', /Protocol deviations/],
  ['safety', () => '/safety', /Safety/],
  ['documents', () => '/documents', /Documents/],
  ['imports', () => '/imports', /Imports/],
  ['exports', () => '/exports', /Exports/],
  ['the inspection', () => '/inspection', /Inspection/],
  ['the trail', () => '/trail', /Audit trail/],
]

describe('[U2] a monitor is offered nothing that changes the record', () => {
  it.each(screens)(
    'on %s',
    async (_name, at, shows) => {
      await site.as('monitor')
      await showPage(site, { at: at(patientId) })
      await screen.findByRole('heading', { level: 1, name: shows })
      await new Promise(resolve => setTimeout(resolve, 400))
      expect(writingControls()).toEqual([])
    },
    SLOW,
  )

  it(
    'and an investigator is, on the same chart, so that the search for such controls finds them',
    async () => {
      await site.as('chen')
      await showPage(site, { at: `/candidates/${patientId}/chart` })
      await screen.findByRole('heading', { level: 1, name: /S-007/ })
      await new Promise(resolve => setTimeout(resolve, 400))
      expect(writingControls().length).toBeGreaterThan(1)
    },
    SLOW,
  )
})
