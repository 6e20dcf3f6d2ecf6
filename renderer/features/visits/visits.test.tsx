import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
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
  await site.api.protocols.chooseReadings({
    ...{ protocolId: protocol, expectedVersion: 0 },
    readings: { 'after-administration': 'first' },
  })
})
afterEach(() => site.dispose())

const override = {
  second: { loginName: 'coordinator', password: OWN_PASSWORD },
  reason: 'began before Lobule was there',
}

const chart = (...contents: FactContent[]) =>
  site.api.facts.record({ patientId, facts: contents.map(content => ({ content })), override })

/** Enrolled and dosed so that week 1 has passed and week 2 is today, 22 November. */
const begun = () =>
  chart(
    {
      kind: 'enrolment',
      protocol,
      status: 'enrolled',
      on: PartialDate.parse('2026-11-05'),
      subjectNumber: 'A-07',
    },
    { kind: 'dose', protocol, number: 1, from: OffsetDateTime.parse('2026-11-08T09:00:00+08:00') },
  )

const withWindows = () =>
  site.api.conduct.enterSchedule({
    ...{ protocolId: protocol, expectedVersion: 0 },
    content: SiteSchedule.parse({
      schema: 'lobule.schedule/1',
      ...{ protocol, protocolVersion: '2.1', approvedOn: CivilDate.parse('2026-03-14') },
      windows: [
        { visit: 'week-1', before: 1, after: 1 },
        { visit: 'week-2', before: 2, after: 2 },
      ],
      ...{ extraVisits: [], assessments: [] },
      doses: {
        count: 2,
        hasIdentifier: true,
        cells: '100000000',
        checklist: [{ id: 'check-1', text: 'Temperature below 37.5 °C', wanted: 'yes' }],
        stoppingRules: [{ id: 'stop-1', text: 'Any grade 4 event' }],
      },
    }),
  })

const show = (rest: string) => showPage(site, { at: `/candidates/${patientId}${rest}` })
const panel = (request: object) => `?panel=${encodeURIComponent(JSON.stringify(request))}`
const beside = async () => within(await screen.findByRole('complementary', { name: 'Beside the candidate' }))
const line = async (name: RegExp) => {
  const header = await screen.findByRole('rowheader', { name })
  const row = header.closest('tr')
  if (row === null) throw new Error('no row')
  return within(row)
}

describe('the calendar of a candidate', () => {
  it('says that there is none before the enrolment', async () => {
    await show('/visits')
    expect(await screen.findByText('In no trial yet')).toBeTruthy()
  })

  it('has planned days and no window until the site enters one, and calls nothing missed', async () => {
    await begun()
    await show('/visits')
    expect(await screen.findByText('Day 14 of the trial')).toBeTruthy()
    const week = await line(/^Week 1\b/)
    expect(week.getByText('15 Nov 2026')).toBeTruthy()
    expect(week.getByText('no window entered')).toBeTruthy()
    expect(week.getByText('overdue')).toBeTruthy()
    expect(screen.queryByText('missed')).toBeNull()
    expect(screen.getByText(/nothing is called out of window/)).toBeTruthy()
  })

  it('records a visit with what was not done, and shows it with its days and what is missing', async () => {
    await withWindows()
    await begun()
    const { user } = await show('/visits')
    const week = await line(/^Week 2\b/)
    expect(week.getByText('due')).toBeTruthy()
    await user.click(week.getByRole('button', { name: 'Record' }))
    const form = await beside()
    await user.click(await form.findByRole('radio', { name: 'It took place' }))
    await user.type(form.getByRole('textbox', { name: /^Day, or first day/ }), '2026-11-21')
    const state = await form.findByRole('combobox', { name: 'HBV DNA: state' })
    await user.selectOptions(state, 'awaited')
    await user.selectOptions(form.getByRole('combobox', { name: 'Albumin: state' }), 'not_done')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await user.type(await form.findByRole('textbox', { name: 'Albumin: why not done' }), 'tube broke')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    const done = await waitFor(async () => {
      const now = await line(/^Week 2\b/)
      expect(now.getByText('done')).toBeTruthy()
      return now
    })
    expect(done.getByText('1 day before planned')).toBeTruthy()
    const items = screen.getByText('Reason: tube broke').closest('li')
    expect(items?.textContent).toContain('not done')
    expect(screen.getAllByText('awaited')).toHaveLength(1)
    const [visit] = (await site.api.facts.list({ patientId })).filter(
      ({ content }) => content.kind === 'visit',
    )
    expect(visit?.content).toMatchObject({
      ...{ visit: 'week-2', status: 'done', awaited: ['hbv-dna'] },
      notDone: [{ assessment: 'alb', reason: 'tube broke' }],
    })
  })

  it('asks why a visit did not take place', async () => {
    await begun()
    const { user } = await show(
      `/visits${panel({ open: 'enter', kind: 'visit', protocol, visit: 'week-1' })}`,
    )
    const form = await beside()
    await user.click(await form.findByRole('radio', { name: 'It did not take place' }))
    await user.type(form.getByRole('textbox', { name: /^Day on which it was missed/ }), '2026-11-15')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    expect(await form.findByText('Required')).toBeTruthy()
    await user.type(form.getByRole('textbox', { name: /^Why it did not take place/ }), 'was travelling')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(async () => expect((await line(/^Week 1\b/)).getByText('missed')).toBeTruthy())
  })

  it('[F1] asks for a second person where a visit lies before the dose that it is counted from', async () => {
    await begun()
    const { user } = await show(
      `/visits${panel({ open: 'enter', kind: 'visit', protocol, visit: 'week-1' })}`,
    )
    const form = await beside()
    await user.click(await form.findByRole('radio', { name: 'It took place' }))
    await user.type(form.getByRole('textbox', { name: /^Day, or first day/ }), '2026-11-06')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/the dose before it is not charted as given/)).toBeTruthy()
    await user.type(dialog.getByLabelText(/Why it happened/), 'the dose was put off')
    await user.type(dialog.getByLabelText(/Login name of the second person/), 'coordinator')
    const password = dialog.getByLabelText(/Password of the second person/, { selector: 'input' })
    await user.type(password, OWN_PASSWORD)
    await user.click(dialog.getByRole('button', { name: 'Record the deviation' }))
    await waitFor(async () => {
      const deviations = await site.api.enrolment.deviations({ patientId })
      expect(deviations.map(({ step }) => step)).toContain('post_dose_visit')
    })
  })

  it('leads to the report with the day of the visit, and back', async () => {
    await begun()
    await chart({
      ...{ kind: 'visit', protocol, visit: 'week-1', status: 'done' },
      from: PartialDate.parse('2026-11-15'),
    })
    const { user } = await show('/visits')
    const week = await line(/^Week 1\b/)
    await user.click(week.getByRole('button', { name: 'Week 1: more' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Enter laboratory results' }))
    expect(await screen.findByRole('textbox', { name: /^Specimen taken/ })).toHaveProperty(
      'value',
      '2026-11-15',
    )
    expect(await site.api.drafts.list({})).toEqual([])
    await user.click(screen.getByRole('link', { name: 'To the visits' }))
    expect(await screen.findByText('Day 14 of the trial')).toBeTruthy()
  })
})

describe('a dose', () => {
  it('is charted with its interruptions, and the vital signs of the watch as facts of their own', async () => {
    await withWindows()
    await begun()
    const { user } = await show(`/visits${panel({ open: 'enter', kind: 'dose', protocol, number: 2 })}`)
    const form = await beside()
    await user.type(await form.findByRole('textbox', { name: /^Infusion started/ }), '2026-11-22 08:30')
    await user.type(form.getByRole('textbox', { name: /^Cells given/ }), '9.8×10^7')
    expect(form.getByText('= 9.8 × 10⁷')).toBeTruthy()
    await user.type(await form.findByRole('textbox', { name: /^Identifier on the label/ }), 'K-113')
    await user.click(form.getByRole('button', { name: 'Add an interruption' }))
    await user.type(form.getByRole('textbox', { name: /^Stopped at/ }), '2026-11-22 08:50')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    expect(await form.findByText(/Each interruption needs its start and its reason/)).toBeTruthy()
    await user.type(form.getByRole('textbox', { name: /^Reason/ }), 'shivering')
    await user.click(form.getByRole('button', { name: 'Add vital signs' }))
    await user.type(form.getByRole('textbox', { name: /^Date/ }), '2026-11-22 09:00')
    await user.type(form.getByRole('textbox', { name: /^Pulse/ }), '88')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText(/Why it happened/), 'given at night')
    await user.type(dialog.getByLabelText(/Login name of the second person/), 'coordinator')
    await user.type(
      dialog.getByLabelText(/Password of the second person/, { selector: 'input' }),
      OWN_PASSWORD,
    )
    await user.click(dialog.getByRole('button', { name: 'Record the deviation' }))
    await waitFor(async () => expect(await site.api.facts.list({ patientId })).toHaveLength(4))
    const contents = (await site.api.facts.list({ patientId })).map(({ content }) => content)
    expect(contents).toContainEqual({
      ...{ kind: 'dose', protocol, number: 2, from: '2026-11-22T08:30:00+08:00' },
      ...{ givenCells: '98000000', identifier: 'K-113' },
      interruptions: [{ from: '2026-11-22T08:50:00+08:00', reason: 'shivering' }],
    })
    expect(contents).toContainEqual({
      ...{ kind: 'vital_signs', on: '2026-11-22T09:00:00+08:00', pulsePerMinute: 88 },
    })
  })

  it('has the site’s checklist before it, every item of which is answered', async () => {
    await withWindows()
    await begun()
    const { user } = await show(
      `/visits${panel({ open: 'enter', kind: 'dose_checklist', protocol, number: 2 })}`,
    )
    const form = await beside()
    expect(await form.findByText('Any grade 4 event')).toBeTruthy()
    await user.type(form.getByRole('textbox', { name: /^Checked on/ }), '2026-11-22')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    expect(await form.findByText('Answer every item')).toBeTruthy()
    await user.click(form.getByRole('radio', { name: 'No' }))
    expect(form.getByText('Not the answer that is wanted')).toBeTruthy()
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(async () => expect(await site.api.facts.list({ patientId })).toHaveLength(3))
    const [checklist] = (await site.api.facts.list({ patientId })).filter(
      ({ content }) => content.kind === 'dose_checklist',
    )
    expect(checklist?.content).toMatchObject({
      ...{ number: 2, version: 1 },
      answers: [{ item: 'check-1', answer: 'no' }],
    })
    await user.click(screen.getByRole('link', { name: 'Chart' }))
    expect(await screen.findByText(/Temperature below 37\.5 °C: no/)).toBeTruthy()
  })
})
