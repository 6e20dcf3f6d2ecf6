import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import type { NewFact } from '#shared/api/facts.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { sampleChart, sampleReadings } from '#test/support/sample-file.ts'
import { useWrite } from '../../api/hooks.ts'
import { Shell } from '../../shell/shell.tsx'

const protocolId = ProtocolId.parse('NCT05106972')
let site: TestSite

beforeEach(async () => {
  site = await startSite()
  site.clock.set('2026-11-20T02:00:00.000Z')
  await site.api.protocols.chooseReadings({ protocolId, expectedVersion: 0, readings: sampleReadings() })
})
afterEach(() => site.dispose())

/** Charts a candidate of the sample site as on its last day of entries, without some of its facts. */
async function chart(name: string, isLeftOut: (fact: NewFact) => boolean = () => false) {
  const { candidate, facts } = sampleChart(name)
  const { patient } = await site.api.patients.register(candidate)
  const charted = facts.map(({ content }) => ({ content }) as NewFact)
  const patientId = patient.id
  await site.api.facts.record({ patientId, facts: charted.filter(fact => !isLeftOut(fact)) })
  return { patientId, leftOut: charted.filter(isLeftOut) }
}

function Entry({ patientId, facts }: { readonly patientId: PatientId; readonly facts: NewFact[] }) {
  const { mutate } = useWrite('facts', 'record')
  return (
    <button type="button" onClick={() => mutate({ patientId, facts })}>
      Chart what was left out
    </button>
  )
}

describe('the screening of a candidate', () => {
  it('says each stretch of the timeline with what opens and closes it', async () => {
    const { patientId } = await chart('tr-002-albumin-and-birthday')
    const { user } = await showPage(site, { at: `/candidates/${patientId}` })
    const timeline = await screen.findByRole('region', { name: 'Over time' })
    await user.click(within(timeline).getByText('1 year'))
    const span = within(timeline).getByRole('button', {
      name: /Would be eligible, 6 Dec 2026 to 13 Mar 2027/,
    })
    expect(span.getAttribute('aria-label')).toMatch(
      /Opened by E7; before: albumin infusion .*Closed by I1 E1; after: turns 61 on 14 Mar 2027/,
    )
  })

  it('asks about the day of a stretch that is chosen', async () => {
    const { patientId } = await chart('tr-002-albumin-and-birthday')
    const { user } = await showPage(site, { at: `/candidates/${patientId}` })
    const answer = await screen.findByRole('region', { name: 'NCT05106972' })
    expect(within(answer).getByText('Ineligible')).toBeTruthy()
    const span = screen.getByRole('button', { name: /Would be eligible, 6 Dec 2026/ })
    span.focus()
    await user.keyboard('{Enter}')
    expect(await within(answer).findByText('Would be eligible')).toBeTruthy()
    expect(screen.getByRole('slider', { name: 'If registered on' }).getAttribute('aria-valuetext')).toBe(
      '6 Dec 2026',
    )
  })

  it('points out what an entry changed until it is dismissed', async () => {
    const isConsent = ({ content }: NewFact) => content.kind === 'consent' && content.protocol === protocolId
    const { patientId, leftOut } = await chart('tr-001-eligible', isConsent)
    const { user } = await showPage(site, {
      at: `/candidates/${patientId}`,
      children: (
        <>
          <Shell />
          <Entry patientId={patientId} facts={leftOut} />
        </>
      ),
    })
    const answer = await screen.findByRole('region', { name: 'NCT05106972' })
    expect(within(answer).getByText('Cannot tell yet')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Chart what was left out' }))
    expect(await screen.findByText('Was Unknown, now Passes')).toBeTruthy()
    expect(screen.getByText(/Cannot tell yet → Eligible; I7 was Unknown, now Passes/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Dismiss the changes' }))
    expect(screen.queryByText('Was Unknown, now Passes')).toBeNull()
  })

  it('shows no answer from before where a new one cannot be had', async () => {
    const { patientId } = await chart('tr-001-eligible')
    let isDown = false
    const patient: typeof site.api.screening.patient = input =>
      isDown
        ? Promise.reject(new AppError({ code: 'unavailable', what: 'the engine' }))
        : site.api.screening.patient(input)
    const api = { ...site.api, screening: { ...site.api.screening, patient } }
    const content = FactContent.parse({ kind: 'infection', type: 'bacterial', from: '2026-11-19' })
    const facts: NewFact[] = [{ content, source: { kind: 'typed' } }]
    const { user } = await showPage(
      { api },
      {
        at: `/candidates/${patientId}`,
        children: (
          <>
            <Shell />
            <Entry patientId={patientId} facts={facts} />
          </>
        ),
      },
    )
    await screen.findByRole('region', { name: 'NCT05106972' })
    expect(screen.getAllByText('Eligible').length).toBeGreaterThan(1)
    isDown = true
    await user.click(screen.getByRole('button', { name: 'Chart what was left out' }))
    expect(await screen.findByText('The answers could not be worked out again.')).toBeTruthy()
    expect(screen.queryByText('Eligible')).toBeNull()
    isDown = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('region', { name: 'NCT05106972' })
    expect(screen.queryByText('The answers could not be worked out again.')).toBeNull()
  })

  it('says that criteria are not published, and leads to where they are entered', async () => {
    const { patientId } = await chart('tr-001-eligible')
    await showPage(site, { at: `/candidates/${patientId}` })
    const answer = await screen.findByRole('region', { name: 'NCT07413549' })
    expect(
      await within(answer).findByText('Criteria not published; enter them from the approved protocol'),
    ).toBeTruthy()
    const link = within(answer).getByRole('link', { name: 'Enter the site’s criteria' })
    expect(link.getAttribute('href')).toContain('/protocols/NCT07413549#site-criteria')
  })
})
