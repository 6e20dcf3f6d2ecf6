import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { chart, PROTOCOL } from '#test/support/decided-site.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let patientId: PatientId
let event: FactId
beforeEach(async () => {
  site = await startSite()
  await site.addUser('coordinator')
  patientId = await chart(site, [
    FactContent.parse({
      kind: 'concomitant_medication',
      name: 'spironolactone',
      from: '2026-10-01',
      to: 'ongoing',
    }),
  ])
  await record(
    { kind: 'enrolment', status: 'enrolled', protocol: PROTOCOL, on: '2026-11-10', subjectNumber: 'R-07' },
    { kind: 'dose', protocol: PROTOCOL, number: 1, from: '2026-11-12T08:00:00+08:00' },
  )
  event = await chartEvent({ ctcae: 'fever', term: 'fever after the infusion' })
})
afterEach(() => site.dispose())

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

async function chartEvent(about: object): Promise<FactId> {
  const [id] = await record({
    kind: 'adverse_event',
    from: '2026-11-12T09:00:00+08:00',
    grades: [],
    ...about,
  })
  return id ?? expect.fail()
}

const answers = {
  ...{ time: 'reasonable', otherCauses: 'unlikely', withdrawal: 'not_applicable' },
  ...{ definitive: 'no', rechallenge: 'not_necessary', information: 'sufficient' },
}
const judgement = (about: object = {}) => ({
  ...{ kind: 'causality', on: '2026-11-20', event, product: 'related', procedure: 'not_related' },
  ...{
    disease: 'not_related',
    whoUmc: { category: 'probable', answers },
    ground: 'An hour after the infusion',
  },
  ...about,
})

async function showEvent() {
  const page = await showPage(site, { at: `/candidates/${patientId}/safety/${event}` })
  const region = await screen.findByRole('region', { name: 'Causality of this event' })
  return { ...page, within: within(region) }
}

const own = () => within(screen.getByRole('region', { name: 'Your own judgement' }))
const group = (name: RegExp) => within(own().getByRole('radiogroup', { name }))
const choice = (name: RegExp, option: RegExp) => group(name).getByRole('radio', { name: option })

type User = Awaited<ReturnType<typeof showEvent>>['user']

/** Everything that is asked; the reader's own category. */
async function answerAll(user: User, category: RegExp) {
  await user.click(choice(/^Product/, /^Related/))
  await user.click(choice(/^Procedure/, /^Not related/))
  await user.click(choice(/^Underlying/, /^Cannot be told/))
  await user.click(choice(/^Time relation/, /^Reasonable/))
  await user.click(choice(/as an explanation/, /^Could also/))
  await user.click(choice(/^Response to withdrawal/, /^Not applicable/))
  await user.click(choice(/definitive/, /^No/))
  await user.click(choice(/^Rechallenge/, /^Not done/))
  await user.click(choice(/^Information/, /^Sufficient/))
  await user.click(choice(/^Category/, category))
  await user.type(own().getByRole('textbox', { name: /^Why you judge so/ }), 'an hour after the infusion')
  await user.click(own().getByRole('button', { name: 'Today' }))
}

const charted = async () => (await site.api.adverseEvents.get({ event })).judgements

describe('the judgement of causality', () => {
  it('is preset in nothing', async () => {
    await showEvent()
    for (const radio of own().getAllByRole('radio')) expect(radio).toHaveProperty('checked', false)
    expect(own().getByRole('textbox', { name: /^Judged on/ })).toHaveProperty('value', '')
  })

  it('is charted as the answers of whoever is logged in, and asks for a reason from then on', async () => {
    const { user } = await showEvent()
    await answerAll(user, /^Possible/)
    await user.click(own().getByRole('button', { name: /Save the judgement/ }))
    await waitFor(async () =>
      expect(await charted()).toMatchObject([
        {
          version: 1,
          content: {
            ...{ product: 'related', procedure: 'not_related', disease: 'undetermined' },
            whoUmc: { category: 'possible', answers: { withdrawal: 'not_applicable', definitive: 'no' } },
            on: '2026-11-22',
          },
        },
      ]),
    )
    await own().findByRole('button', { name: /Save correction/ })
    await user.click(choice(/^Category/, /^Unlikely/))
    await user.click(own().getByRole('button', { name: /Save correction/ }))
    expect(await charted()).toMatchObject([{ version: 1 }])
    await user.type(own().getByRole('textbox', { name: /^Reason/ }), 'the culture grew')
    await user.click(own().getByRole('button', { name: /Save correction/ }))
    await waitFor(async () =>
      expect(await charted()).toMatchObject([{ version: 2, content: { whoUmc: { category: 'unlikely' } } }]),
    )
  })

  it('is not charted while anything is open, and leads to what is', async () => {
    const { user } = await showEvent()
    await user.click(own().getByRole('button', { name: /Save the judgement/ }))
    expect(
      group(/^Product/)
        .getAllByRole('radio')[0]
        ?.closest('[data-wrong]'),
    ).toBeTruthy()
    expect(await charted()).toEqual([])
  })

  it('is told where its answers do not meet the category, which stays as it was chosen', async () => {
    const { user } = await showEvent()
    await answerAll(user, /^Certain/)
    expect(await own().findByText(/The answers do not meet what “Certain” asks for/)).toBeTruthy()
    await user.click(choice(/^Category/, /^Possible/))
    await waitFor(() => expect(own().queryByText(/do not meet/)).toBeNull())
  })

  it('is kept as a draft, and offered to its author when the event is opened again', async () => {
    const first = await showEvent()
    await first.user.click(choice(/^Product/, /^Related/))
    await waitFor(async () => expect(await site.api.drafts.list({})).toMatchObject([{ form: 'causality' }]))
    first.unmount()
    const { user } = await showEvent()
    await screen.findByText(/You began a judgement of this event/)
    expect(choice(/^Product/, /^Related/)).toHaveProperty('checked', false)
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(choice(/^Product/, /^Related/)).toHaveProperty('checked', true)
  })
})

describe('the aids beside it', () => {
  it('Naranjo shows sum and band once all ten are answered, with its source', async () => {
    const { user } = await showEvent()
    const question = (number: number) => new RegExp(`^${number}\\.`)
    for (let number = 1; number <= 10; number += 1)
      await user.click(choice(question(number), number === 6 ? /^Does not apply/ : /^Yes/))
    expect(await own().findByText(/^Sum \d+: /)).toBeTruthy()
    expect(own().getByText(/PMC5774610/)).toBeTruthy()
    await user.click(own().getByRole('button', { name: 'Leave it out' }))
    expect(own().queryByText(/^Sum/)).toBeNull()
  })

  it('RUCAM is there for a liver event alone, and says which points are not verified', async () => {
    const page = await showEvent()
    expect(own().queryByText(/RUCAM/)).toBeNull()
    page.unmount()
    event = await chartEvent({ ctcae: 'alanine_aminotransferase_increased', term: 'ALT rise' })
    const { user } = await showEvent()
    await user.click(choice(/^Kind of injury/, /^Hepatocellular/))
    expect(own().getAllByText('not verified against its source').length).toBeGreaterThan(0)
    expect(group(/^Time to onset/).getAllByRole('radio')).toHaveLength(3)
  })

  it('where they part from the judgement it is said in words, and nothing is changed', async () => {
    await record(judgement({ product: 'not_related', whoUmc: { category: 'probable', answers } }))
    await showEvent()
    expect(await own().findByText('Judgement and aids part here')).toBeTruthy()
    expect(choice(/^Product/, /^Not related/)).toHaveProperty('checked', true)
  })
})

describe('dose-limiting toxicity', () => {
  it('is asked by the site’s own words, and not at all where the site has none', async () => {
    const page = await showEvent()
    expect(own().queryByRole('radiogroup', { name: /^Dose-limiting/ })).toBeNull()
    page.unmount()
    await site.api.conduct.enterSafety({
      ...{ protocolId: PROTOCOL, expectedVersion: 0 },
      content: SiteSafety.parse({
        ...{
          schema: 'lobule.safety/1',
          protocol: PROTOCOL,
          protocolVersion: '2.0',
          approvedOn: '2026-01-05',
        },
        ...{ training: true, reporting: { sponsorHours: 24 }, cohorts: [] },
        doseLimiting: { definition: 'Grade 3 or higher', windowDays: 28, after: 'first_dose' },
      }),
    })
    await showEvent()
    expect(await own().findByText('Grade 3 or higher')).toBeTruthy()
    expect(own().getByText('Within 28 days after the first dose.')).toBeTruthy()
    for (const radio of group(/^Dose-limiting/).getAllByRole('radio'))
      expect(radio).toHaveProperty('checked', false)
  })
})

describe('what the record holds', () => {
  it('stands beside the form: time since the dose, medication, earlier episodes, dechallenge', async () => {
    await showEvent()
    const aside = within(screen.getByRole('complementary', { name: 'What the record holds around onset' }))
    expect(aside.getByRole('row', { name: /^1 12 Nov 2026 08:00 on the same day \(1 h\)/ })).toBeTruthy()
    expect(aside.getByText(/spironolactone/)).toBeTruthy()
    expect(aside.getByText('at onset')).toBeTruthy()
    expect(aside.getByText('None is charted before the first dose.')).toBeTruthy()
    expect(aside.getByText('The infusion was not slowed, interrupted or stopped.')).toBeTruthy()
  })
})

describe('whose judgement it is', () => {
  it('those who do not judge read it, and are offered no form', async () => {
    await record(judgement())
    await site.as('coordinator')
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: 'another long password' })
    await showEvent()
    const read = within(await screen.findByRole('region', { name: 'Judgement of Chen Wei' }))
    expect(read.getByText('Probable')).toBeTruthy()
    expect(read.getByText('An hour after the infusion')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Your own judgement' })).toBeNull()
  })

  it('a second investigator sees the first one’s and gives an own', async () => {
    await record(judgement())
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: 'another long password' })
    const { user } = await showEvent()
    expect(await screen.findByRole('region', { name: 'Judgement of Chen Wei' })).toBeTruthy()
    await answerAll(user, /^Possible/)
    await user.click(own().getByRole('button', { name: /Save the judgement/ }))
    await waitFor(async () => expect(await charted()).toHaveLength(2))
  })
})
