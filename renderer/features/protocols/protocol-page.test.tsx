import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { sampleFile, sampleReadings } from '#test/support/sample-file.ts'

const first = ProtocolId.parse('NCT05106972')
const second = ProtocolId.parse('NCT07413549')
const chosen = sampleReadings()
const training = sampleFile('nct07413549-training-criteria.json')
let site: TestSite

beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

async function showImport() {
  const page = await showPage(site, { at: `/protocols/${second}#site-criteria` })
  const place = await screen.findByRole('region', { name: 'Enter criteria from a file' })
  const input = place.querySelector('input[type="file"]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no place for a file')
  const give = (text: string) =>
    page.user.upload(input, new File([text], 'criteria.json', { type: 'application/json' }))
  return { ...page, give }
}

describe('choosing a reading', () => {
  it('keeps the first choice without a reason, and a later one only with it', async () => {
    const { user } = await showPage(site, { at: `/protocols/${first}#reading-window-boundary` })
    await user.click(await screen.findByRole('radio', { name: 'Yes: day 21 or 28 is within' }))
    await user.click(screen.getByRole('button', { name: 'Save the choices' }))
    expect(await screen.findByText(/Chosen by Chen Wei, 22 Nov 2026 10:00 \(version 1\)/)).toBeTruthy()

    await user.click(screen.getByRole('radio', { name: 'No: day 21 or 28 is already outside' }))
    await user.click(screen.getByRole('button', { name: 'Save the choices' }))
    expect(await screen.findByText(/Give the reason for the change/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'sponsor clarified')
    await user.click(screen.getByRole('button', { name: 'Save the choices' }))
    expect(await screen.findByText(/\(version 2\)\. Reason: sponsor clarified/)).toBeTruthy()
    const { readings } = await site.api.protocols.get({ id: first })
    expect(readings?.readings).toEqual({ 'window-boundary': 'outside' })
  })

  it('keeps what was chosen where somebody else was faster', async () => {
    const { user } = await showPage(site, { at: `/protocols/${first}#readings` })
    await user.click(await screen.findByRole('radio', { name: 'Yes, every tumour' }))
    await site.api.protocols.chooseReadings({ protocolId: first, expectedVersion: 0, readings: chosen })
    await user.click(screen.getByRole('button', { name: 'Save the choices' }))
    await user.click(await screen.findByRole('button', { name: 'Load the newest version' }))
    await user.type(await screen.findByRole('textbox', { name: 'Reason for the change' }), 'both count')
    await user.click(screen.getByRole('button', { name: 'Save the choices' }))
    expect(await screen.findByText(/Reason: both count/)).toBeTruthy()
    const { readings } = await site.api.protocols.get({ id: first })
    expect(readings?.readings).toEqual({ ...chosen, 'tumour-kind': 'any' })
  })

  it('is left to the principal investigator', async () => {
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at: `/protocols/${first}#readings` })
    const radio = await screen.findByRole('radio', { name: 'Yes, every tumour' })
    expect(radio).toHaveProperty('disabled', true)
  })
})

describe('entering site criteria', () => {
  it('shows each rule in words beside its quote, and enters them', async () => {
    const { user, give } = await showImport()
    await give(training)
    expect(
      await screen.findByText(/latest total bilirubin ≤ 171 µmol\/L \(at most 14 days old\)/),
    ).toBeTruthy()
    expect(screen.getByText(/invented: latest total bilirubin, not older than 14 days/)).toBeTruthy()
    expect(screen.getByText('Brings 1 reading to choose')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enter as version 1' }))
    expect(await screen.findByText(/Version 1 holds now: 11 criteria/)).toBeTruthy()
  })

  it('compares with the version before and asks for the reason', async () => {
    const entry = { protocolId: second, file: 'a.json' }
    await site.api.protocols.enterCriteria({ ...entry, expectedVersion: 0, text: training })
    const { user, give } = await showImport()
    await give(training.replace('"limit": "171"', '"limit": "150"'))
    expect(
      await screen.findByText('Against the version before: 0 added, 0 removed, 1 changed, 10 unchanged'),
    ).toBeTruthy()
    expect(screen.getByText('Other rule, same words')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enter as version 2' }))
    expect(await screen.findByText(/Give the reason for the change/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'amendment 2')
    await user.click(screen.getByRole('button', { name: 'Enter as version 2' }))
    const history = await screen.findByText('amendment 2')
    expect(within(history.closest('tr') ?? history).getByText('2')).toBeTruthy()
  })

  it('refuses a file with every place to correct, and enters nothing', async () => {
    const { give } = await showImport()
    await give(training.replace('"unit": "umol/L"', '"unit": "mg"'))
    const refused = await screen.findByRole('alert')
    expect(within(refused).getByText('criteria.json was not taken: 1 place to correct')).toBeTruthy()
    expect(within(refused).getByText('criteria[2].condition.unit')).toBeTruthy()
    expect((await site.api.protocols.get({ id: second })).criteria).toBeNull()
  })
})
