import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { addSigner, sign } from '#test/support/decided-site.ts'
import { PASSWORD } from '#test/support/engine.ts'
import { type JudgedSite, judgementOf, record, startJudgedSite } from '#test/support/judged-site.ts'
import { showPage } from '#test/support/page.tsx'
import { type Sight, watchSight } from '#test/support/sight.ts'

let site: JudgedSite
let sight: Sight

/** Keys are derived and documents made for real. */
const SLOW = 60_000

beforeEach(async () => {
  sight = watchSight()
  site = await startJudgedSite()
}, SLOW)
afterEach(() => {
  site.dispose()
  sight.restore()
})

const ofEvent = (rest = '') => `/candidates/${site.patientId}/safety/${site.event}${rest}`
const own = async () => within(await screen.findByRole('region', { name: 'Your own judgement' }))

/** The grade of the event becomes another, which the signed judgement was seen with. */
async function regrade() {
  const facts = await site.api.facts.list({ patientId: site.patientId })
  const fact = facts.find(({ id }) => id === site.event)
  if (fact?.content.kind !== 'adverse_event') throw new Error('no event in the chart')
  const { id: factId, version: expectedVersion, content } = fact
  const grades = content.grades.map(one => ({ ...one, grade: 2 }))
  await site.api.facts.correct({
    ...{ factId, expectedVersion, reason: 'read anew', content: { ...content, grades } },
  })
}

describe('signing causality', () => {
  it('[E5] shows the event, the judgement, its answers and what it rests on, to be read to the end', async () => {
    await showPage(site, { at: ofEvent('/sign') })
    const shown = within(await screen.findByRole('region', { name: 'What will be signed' }))
    expect(shown.getByRole('heading', { name: 'raised transaminases' })).toBeTruthy()
    expect(shown.getByText(/six days after the first dose/)).toBeTruthy()
    expect(shown.getByText('Could also explain it')).toBeTruthy()
    expect(shown.getAllByText(/isoniazid/).length).toBeGreaterThan(1)
    expect(shown.getByText('6 days after it')).toBeTruthy()
    expect(screen.getByText('Read on to the end to sign')).toBeTruthy()
  })

  it('[E4] is done with its own meaning, and the event says who signed', async () => {
    const { user } = await showPage(site, { at: ofEvent() })
    await user.click((await own()).getByRole('link', { name: 'Review and sign' }))
    await screen.findByRole('form', { name: 'Sign' })
    act(() => sight.scrollToEnd())
    const meaning = screen.getByRole('radio', { name: /Causality assessment/ })
    expect(meaning).toHaveProperty('checked', false)
    expect(screen.getByText(meanings.causality_assessment.statement.en)).toBeTruthy()
    await user.click(meaning)
    const name = screen.queryByLabelText(/Login name/, { selector: 'input' })
    if (name) await user.type(name, 'chen')
    await user.type(screen.getByLabelText(/^Password/, { selector: 'input' }), PASSWORD)
    await user.click(screen.getByRole('button', { name: /^Sign/ }))
    expect(await screen.findByRole('heading', { name: 'Signed' })).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Back to the event' }))
    expect(
      await (await own()).findByText(/^Chen Wei, Principal investigator, .*: Causality assessment$/),
    ).toBeTruthy()
  })

  it('is not offered before there is an own judgement, and leads to where it is given', async () => {
    await addSigner(site)
    await showPage(site, { at: ofEvent('/sign') })
    expect(await screen.findByText(/You have not judged the causality of this event/)).toBeTruthy()
    const way = screen.getByRole('link', { name: 'Judge the causality yourself' })
    expect(way.getAttribute('href')).toContain(ofEvent())
    expect(screen.queryByRole('form', { name: 'Sign' })).toBeNull()
  })

  it('leads to the signature where the own judgement is signed already', async () => {
    const signed = await sign(site, site.causality)
    await showPage(site, { at: ofEvent('/sign') })
    const way = await screen.findByRole('link', { name: 'Open the signature' })
    expect(way.getAttribute('href')).toContain(`/signatures/${signed.id}`)
  })
})

describe('a signed judgement', () => {
  it('[E6] says beside the form that it no longer covers current data, with old and new', async () => {
    await sign(site, site.causality)
    await regrade()
    await showPage(site, { at: ofEvent() })
    const region = await own()
    expect(await region.findByText('No longer covers current data')).toBeTruthy()
    expect(region.getByText(/grade 3/i, { selector: 'del' })).toBeTruthy()
    expect(region.getByText(/grade 2/i, { selector: 'ins' })).toBeTruthy()
    expect(region.getByRole('link', { name: 'Review and sign again' })).toBeTruthy()
  })

  it('[E5] is drawn as it was signed, whatever is charted since', async () => {
    const signed = await sign(site, site.causality)
    await regrade()
    await showPage(site, { at: `/signatures/${signed.id}` })
    const shown = within(await screen.findByRole('region', { name: 'The record as it was signed' }))
    expect(shown.getByText(/grade 3/i)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'To the event' })).toBeTruthy()
    expect(screen.getByText('Unchanged since it was signed')).toBeTruthy()
  })

  it('of a sub-investigator is countersigned by the principal investigator, where the site asks for it', async () => {
    const changes = { countersignature: true }
    await site.api.settings.change({ expectedVersion: 0, changes, reason: 'decided' })
    await addSigner(site)
    await record(site, site.patientId, judgementOf(site.event))
    const signed = await sign(site, site.causality, { loginName: 'sub_investigator' })
    expect(signed.status).toBe('awaiting_countersignature')
    await site.as('chen')
    await showPage(site, { at: ofEvent() })
    const way = await screen.findByRole('link', { name: 'Countersign' })
    expect(way.getAttribute('href')).toContain(`/signatures/${signed.id}/countersign`)
  })
})

describe('what is to be done', () => {
  it('leads from a judgement that is not signed to its signing', async () => {
    await showPage(site, { at: '/work' })
    const lines = within(await screen.findByRole('region', { name: /^Causality judged, not signed/ }))
    expect(await lines.findByText(/raised transaminases/)).toBeTruthy()
    expect(lines.getByRole('link', { name: 'Review and sign' }).getAttribute('href')).toContain(
      ofEvent('/sign'),
    )
  })

  it('leads from an event that nobody judged to its page', async () => {
    const fact = { factId: site.judgement, expectedVersion: 1, reason: 'entered in error' }
    await site.api.facts.retract(fact)
    await showPage(site, { at: '/work' })
    const lines = within(await screen.findByRole('region', { name: /^Causality not judged/ }))
    const way = await lines.findByRole('link', { name: 'Judge' })
    expect(way.getAttribute('href')).toContain(ofEvent())
    await waitFor(() => expect(lines.getByText(/raised transaminases/)).toBeTruthy())
  })

  it('[E6] leads from one that no longer covers current data to signing it again', async () => {
    await sign(site, site.causality)
    await regrade()
    await showPage(site, { at: '/work' })
    const lines = within(await screen.findByRole('region', { name: /^Review again/ }))
    const way = await lines.findByRole('link', { name: 'Review and sign again' })
    expect(way.getAttribute('href')).toContain(ofEvent('/sign'))
  })
})
