import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { CivilDate, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { addColleague, OWN_PASSWORD } from '#test/support/sign.ts'

const protocol = ProtocolId.parse('NCT07413549')
let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  await addColleague(site, 'coordinator')
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male' },
  })
  patientId = patient.id
})
afterEach(() => {
  site.dispose()
  vi.unstubAllGlobals()
})

const safety = (more: object = {}) =>
  SiteSafety.parse({
    ...{ schema: 'lobule.safety/1', protocol, protocolVersion: '2.1' },
    approvedOn: CivilDate.parse('2026-03-14'),
    reporting: { sponsorHours: 24 },
    cohorts: [{ id: 'cohort-1', title: 'First level' }],
    ...more,
  })

/** Dosed two weeks ago in the site's first cohort; the gate of signatures is overridden. */
async function dose() {
  await site.api.conduct.enterSafety({ protocolId: protocol, expectedVersion: 0, content: safety() })
  const enrolled = { kind: 'enrolment', protocol, status: 'enrolled', cohort: 'cohort-1' } as const
  await site.api.facts.record({
    patientId,
    facts: [
      { content: { ...enrolled, on: PartialDate.parse('2026-11-05') } },
      {
        content: {
          ...{ kind: 'dose', protocol, number: 1 },
          from: OffsetDateTime.parse('2026-11-08T09:00:00+08:00'),
        },
      },
    ],
    override: { second: { loginName: 'coordinator', password: OWN_PASSWORD }, reason: 'began on paper' },
  })
}

async function chart(term: string, onset: string, more: object = {}) {
  const from = PartialDate.parse(onset)
  const content = { kind: 'adverse_event' as const, term, from, grades: [], ...more }
  await site.api.facts.record({ patientId, facts: [{ content }] })
}

const grade = (worst: number) => ({ grades: [{ grade: worst, from: PartialDate.parse('2026-11-12') }] })

describe('the safety of the site', () => {
  it('says that nothing is charted, and that all of it is blinded', async () => {
    await showPage(site, { at: '/safety' })
    expect(await screen.findByText('No adverse event is charted.')).toBeTruthy()
    expect(screen.getByText(/^Adverse events of the site. Blinded throughout/)).toBeTruthy()
  })

  it('lists every event, narrowed by what is chosen, and says what is not known', async () => {
    await dose()
    await chart('Fever', '2026-11-08', grade(1))
    await chart('Sepsis', '2026-11-12', {
      ...grade(4),
      ...{ serious: 'yes', criteria: ['life_threatening'] },
      aware: { at: OffsetDateTime.parse('2026-11-21T15:00:00+08:00'), by: 'Chen Wei' },
    })
    const { user } = await showPage(site, { at: '/safety' })
    const sepsis = await screen.findByRole('row', { name: /Sepsis/ })
    expect(sepsis.textContent).toContain('study day 5 · dose 1 + 4 d')
    expect(await within(sepsis).findByText('First level')).toBeTruthy()
    expect(sepsis.textContent).toContain('Sponsor: 5 h left')
    expect(screen.getByRole('row', { name: /Fever/ }).textContent).toContain('not answered')
    await user.click(screen.getByRole('combobox', { name: 'Worst grade' }))
    await user.click(await screen.findByRole('option', { name: '3 or higher', hidden: true }))
    await waitFor(() => expect(screen.queryByRole('row', { name: /Fever/ })).toBeNull())
    expect(screen.getByText('1 event')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(await screen.findByRole('row', { name: /Fever/ })).toBeTruthy()
  })

  it('is read by arrow keys, line by line', async () => {
    await chart('Fever', '2026-11-08')
    await chart('Rash', '2026-11-12')
    const { user } = await showPage(site, { at: '/safety' })
    const rash = await screen.findByRole('link', { name: 'Rash' })
    const fever = screen.getByRole('link', { name: 'Fever' })
    expect([rash.tabIndex, fever.tabIndex]).toEqual([0, -1])
    rash.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(fever)
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(rash)
  })

  it('counts by organ class, with the rate that its patient-years allow', async () => {
    await dose()
    await chart('Fever', '2026-11-08', { ...grade(2), ctcae: 'fever' })
    await showPage(site, { at: `/safety?part=overview&protocol=${protocol}` })
    const counts = within(await screen.findByRole('table', { name: 'Treatment-emergent events' }))
    const line = counts.getByRole('row', { name: /^General disorders/ })
    const cells = within(line)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
    expect(cells.slice(0, 11)).toEqual(['1', '1', '0', '0', '1', '0', '1', '0', '0', '0', '0'])
    expect(Number(cells[11])).toBeGreaterThan(1000)
    expect(screen.getByText(/entered no rule of what one episode is/)).toBeTruthy()
  })

  it('has a board of dose-limiting toxicity only by the site’s own definition', async () => {
    await dose()
    const at = `/safety?part=overview&protocol=${protocol}`
    const first = await showPage(site, { at })
    expect(await screen.findByText('No board')).toBeTruthy()
    first.unmount()
    const doseLimiting = { definition: 'grade 4', windowDays: 28, after: 'first_dose' }
    await site.api.conduct.enterSafety({
      ...{ protocolId: protocol, expectedVersion: 1, content: safety({ doseLimiting }), reason: 'amended' },
    })
    await showPage(site, { at })
    const board = within(await screen.findByRole('table', { name: 'Dose-limiting toxicity' }))
    const cells = within(board.getByRole('row', { name: /First level/ })).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent).slice(0, 4)).toEqual(['1', '0', '1', '0'])
  })

  it('goes out as a file, and the export stands in the trail', async () => {
    await chart('Fever', '2026-11-08')
    const names: string[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
    )
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const { user } = await showPage(site, { at: '/safety' })
    await user.click(await screen.findByRole('button', { name: 'Listing as CSV' }))
    expect(await screen.findByText('1 event saved; the export stands in the trail.')).toBeTruthy()
    expect(names).toEqual([expect.stringMatching(/\.csv$/)])
  })

  it('is hidden while somebody looks over the shoulder', async () => {
    await chart('Fever', '2026-11-08')
    const { user } = await showPage(site, { at: '/safety' })
    await screen.findByText('Fever')
    await user.keyboard('{F9}')
    await waitFor(() => expect(screen.queryByText('Fever')).toBeNull())
    expect(screen.getByText('Events are hidden while privacy mode is on.')).toBeTruthy()
  })

  it('is no place for those who may not read charts', async () => {
    await site.addUser('administrator')
    await site.as('administrator')
    await showPage(site, { at: '/safety' })
    expect(await screen.findByText('Candidates are not shown to your role')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Safety' })).toBeNull()
  })
})
