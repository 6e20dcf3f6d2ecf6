import { configure, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { addColleague, OWN_PASSWORD } from '#test/support/sign.ts'

// The engine derives keys and the machine may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 8000 })

let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male' },
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

async function chart(...contents: unknown[]) {
  const facts = contents.map(content => ({ content: FactContent.parse(content) }))
  return (await site.api.facts.record({ patientId, facts })).facts
}

/** In a trial, where laboratory values are watched: a second person allows for what began before Lobule was there. */
async function enrolled() {
  await addColleague(site, 'coordinator')
  const facts = [
    { kind: 'consent', on: '2026-11-01', protocol: 'NCT07413549', version: '2.1', status: 'signed' },
    {
      kind: 'enrolment',
      on: '2026-11-05',
      protocol: 'NCT07413549',
      status: 'enrolled',
      subjectNumber: 'A-07',
    },
  ].map(content => ({ content: FactContent.parse(content) }))
  await site.api.facts.record({
    ...{ patientId, facts },
    override: {
      second: { loginName: 'coordinator', password: OWN_PASSWORD },
      reason: 'began before Lobule was there',
    },
  })
}
const show = (rest = '') => showPage(site, { at: `/candidates/${patientId}/safety${rest}` })
const contents = async () => (await site.api.facts.list({ patientId })).map(({ content }) => content)
const beside = async () => within(await screen.findByRole('complementary', { name: 'Beside the candidate' }))

const sepsis = {
  ...{ kind: 'adverse_event', from: '2026-11-20', to: 'ongoing', term: 'Sepsis', ctcae: 'sepsis' },
  ...{ serious: 'yes', criteria: ['hospitalisation'], complication: 'sepsis' },
  grades: [{ grade: 3, from: '2026-11-20' }],
  aware: { at: '2026-11-20T09:00:00+08:00', by: 'Chen Wei' },
}
const dizzy = { kind: 'adverse_event', from: '2026-11-21', term: 'dizzy', grades: [] }
const anemia = {
  ...{ kind: 'laboratory', on: '2026-11-19', loinc: '718-7', value: '95', unit: 'g/L' },
  range: { low: '130', high: '175' },
}

const normal = { ...anemia, on: '2026-11-10', value: '140' }

describe('the safety of a patient', () => {
  it('says that nothing is charted, and offers to begin', async () => {
    const { user } = await show()
    expect(await screen.findByText('No adverse event is charted.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Record an event' }))
    expect(await (await beside()).findByRole('combobox', { name: /Event as reported/ })).toBeTruthy()
  })

  it('lists each event with its grade, whether it is serious, its deadline and what is open', async () => {
    await chart(sepsis, dizzy)
    await show()
    const table = within(await screen.findByRole('table', { name: 'Adverse events' }))
    const [, first, second] = table.getAllByRole('row')
    if (first === undefined || second === undefined) throw new Error('two events are charted')
    expect(within(first).getByRole('link', { name: 'dizzy' })).toBeTruthy()
    expect(within(first).getByText('not graded')).toBeTruthy()
    expect(within(first).getByText('not said')).toBeTruthy()
    expect(within(first).getByText('2 open')).toBeTruthy()
    expect(within(second).getByText('Grade 3')).toBeTruthy()
    expect(within(second).getByText('serious')).toBeTruthy()
    expect(within(second).getByText('not judged')).toBeTruthy()
    expect(within(second).getByText(/Sponsor.*overdue/i)).toBeTruthy()
  })

  it('offers a graded laboratory value with both readings, and fills in what the value says and no more', async () => {
    await enrolled()
    const [, result] = await chart(normal, anemia)
    const { user } = await show()
    const offers = within(await screen.findByRole('table', { name: /Graded laboratory values/ }))
    expect(offers.getByText('Grade 2')).toBeTruthy()
    expect(offers.getByText('no baseline to compare with')).toBeTruthy()
    await user.click(offers.getByRole('button', { name: 'Record as event' }))
    const form = await beside()
    expect(await form.findByRole('combobox', { name: /Event as reported/ })).toHaveProperty('value', 'Anemia')
    expect(await form.findByText(/by the printed limits: Grade 2/)).toBeTruthy()
    const grades = within(form.getByRole('group', { name: 'CTCAE grade' }))
    for (const radio of grades.getAllByRole('radio')) expect(radio).toHaveProperty('checked', false)
    await user.click(grades.getByRole('radio', { name: /Grade 2/ }))
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await contents()).toContainEqual({
        ...{ kind: 'adverse_event', term: 'Anemia', ctcae: 'anemia', from: '2026-11-19' },
        ...{ result: result?.id, grades: [{ grade: 2, from: '2026-11-19' }] },
      }),
    )
    expect(await screen.findByText('No graded laboratory value waits for a decision.')).toBeTruthy()
  })

  it('keeps that a value is not clinically significant, with its ground', async () => {
    await enrolled()
    const [, result] = await chart(normal, anemia)
    const { user } = await show()
    await user.click(await screen.findByRole('button', { name: 'Not clinically significant' }))
    const form = await beside()
    await user.click(await form.findByRole('button', { name: /^Save/ }))
    expect(await form.findAllByText('Required')).toHaveLength(2)
    await user.type(form.getByRole('textbox', { name: /Ground/ }), 'known for years')
    await user.type(form.getByRole('textbox', { name: /Judged on/ }), '2026-11-21')
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await contents()).toContainEqual({
        ...{ kind: 'result_assessment', on: '2026-11-21', result: result?.id, term: 'anemia' },
        ...{ significance: 'not_significant', ground: 'known for years' },
      }),
    )
    expect(
      await screen.findByRole('heading', { name: 'Values judged not clinically significant' }),
    ).toBeTruthy()
  })
})

describe('the page of an event', () => {
  it('records a late report with the sum of the file that was sent, and why it was late', async () => {
    const [event] = await chart(sepsis)
    const { user } = await show(`/${event?.id}`)
    await user.click(await screen.findByRole('button', { name: 'Record a report' }))
    const form = await beside()
    await user.click(await form.findByRole('radio', { name: 'Sponsor' }))
    await user.click(form.getByRole('radio', { name: 'Initial report' }))
    await user.type(form.getByRole('textbox', { name: /^Recipient/ }), 'safety desk')
    await user.type(form.getByRole('textbox', { name: /How it was sent/ }), 'e-mail')
    await user.type(form.getByRole('textbox', { name: /When it was sent/ }), '2026-11-22 09:30')
    const file = document.querySelector<HTMLInputElement>('input[type="file"]')
    if (file === null) throw new Error('no file can be picked')
    await user.upload(file, new File(['abc'], 'report.pdf'))
    await user.type(await form.findByRole('textbox', { name: /Why it was late/ }), 'server was down')
    expect(await form.findByText(ABC)).toBeTruthy()
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(async () =>
      expect(await contents()).toContainEqual({
        ...{ kind: 'safety_report', event: event?.id, to: 'sponsor', stage: 'initial' },
        ...{ on: '2026-11-22T09:30:00+08:00', recipient: 'safety desk', how: 'e-mail' },
        ...{ sent: { sha256: ABC }, lateReason: 'server was down' },
      }),
    )
    expect(await screen.findByText('Late: server was down')).toBeTruthy()
  })

  it('says that no deadline runs while nobody has said when the site learned of it', async () => {
    const { aware: _aware, ...unaware } = sepsis
    const [event] = await chart(unaware)
    const { user } = await show(`/${event?.id}`)
    expect(await screen.findByText(/no deadline can run/, { selector: 'p' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enter it' }))
    await user.click(await (await beside()).findByRole('button', { name: 'Now' }))
    expect((await beside()).getByRole('textbox', { name: /Who learned of it/ })).toHaveProperty(
      'value',
      'Chen Wei',
    )
  })

  it('shows a retracted event with its history alone', async () => {
    const [event] = await chart(dizzy)
    if (event === undefined) throw new Error('nothing was charted')
    await site.api.facts.retract({ factId: event.id, expectedVersion: 1, reason: 'wrong patient' })
    await show(`/${event.id}`)
    expect(await screen.findByText('This event is not in the chart any more')).toBeTruthy()
    expect(await screen.findByText(/wrong patient/)).toBeTruthy()
  })
})

/** Of the three letters in the file, as FIPS 180-2 prints it. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
