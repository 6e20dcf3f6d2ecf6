import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FactContent } from '#shared/core/facts/content.ts'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { backupBeside } from '#test/support/backup-of.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => {
  site.dispose()
  vi.unstubAllGlobals()
})

const entriesShown = () => within(screen.getByRole('list', { name: /newest first/ })).getAllByRole('listitem')

async function chartWeight() {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    screeningNumber: 'S-01',
    initials: 'ABC',
    sex: 'female',
  })
  const content = (kg: string) => FactContent.parse({ kind: 'body_weight', kg, on: '2026-11-20' })
  const { facts } = await site.api.facts.record({
    patientId: patient.id,
    facts: [{ content: content('61.5') }],
  })
  const [fact] = facts
  if (fact === undefined) throw new Error('nothing was charted')
  await site.api.facts.correct({
    factId: fact.id,
    expectedVersion: 1,
    reason: 'Misread',
    content: content('65.1'),
    source: { kind: 'typed' },
  })
  return { patientId: patient.id, factId: fact.id }
}

describe('the audit trail', () => {
  it('[A5] is read per patient and per field, with old and new value and the reason in words', async () => {
    const { patientId, factId } = await chartWeight()
    const { user } = await showPage(site, { at: `/trail?patientId=${patientId}` })
    await waitFor(() => expect(entriesShown()).toHaveLength(3))
    const [corrected] = entriesShown()
    expect(corrected?.textContent).toMatch(/Corrected S-01 ABC/)
    expect(within(corrected as HTMLElement).getByText('61.5')).toHaveProperty('tagName', 'DEL')
    expect(within(corrected as HTMLElement).getByText('65.1')).toHaveProperty('tagName', 'INS')
    expect(corrected?.textContent).toContain('Reason: Misread')
    expect(corrected?.textContent).not.toContain('body_weight')
    await user.click(within(corrected as HTMLElement).getByRole('button', { name: 'As stored' }))
    expect(corrected?.textContent).toContain(`facts.${factId}`)
    await user.click(within(corrected as HTMLElement).getByRole('link', { name: /only this entry/ }))
    await waitFor(() => expect(entriesShown()).toHaveLength(2))
  })

  it('[A5] is reviewed by a monitor, and the review itself is kept and shown', async () => {
    await chartWeight()
    await site.addUser('monitor')
    await site.as('monitor')
    const { user } = await showPage(site, { at: '/trail' })
    expect(await screen.findByText('The trail was not reviewed yet.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Mark as reviewed' }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByText(/up to No\. \d+/)
    await user.click(dialog.getByRole('button', { name: 'Record the review' }))
    expect(dialog.getByText('Say what was reviewed or found.')).toBeTruthy()
    await user.type(dialog.getByLabelText(/^What you found/), 'Monthly, no query')
    await user.click(dialog.getByRole('button', { name: 'Record the review' }))
    expect(await screen.findByText(/Last reviewed by User monitor/)).toBeTruthy()
    const [entry] = await site.api.audit.list({ action: 'audit.review' })
    expect(entry?.newValue).toMatchObject({ note: 'Monthly, no query' })
  })

  it('[A5] [C4] is exported for machines, which stands in it', async () => {
    await chartWeight()
    const saved: Blob[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => saved.push(blob) && 'blob:x' }),
    )
    const { user } = await showPage(site, { at: '/trail' })
    await user.click(await screen.findByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: /^JSON Lines/, hidden: true }))
    expect(await screen.findByText(/entries were exported/)).toBeTruthy()
    expect(saved).toHaveLength(1)
    expect(await site.api.audit.list({ action: 'audit.export' })).toHaveLength(1)
  })

  it('[A6] marks entries that were made after the clock moved back', async () => {
    await chartWeight()
    site.clock.advance(-90)
    await site.as('chen')
    await showPage(site, { at: '/trail' })
    expect((await screen.findAllByText(/clock moved back by \d+ seconds/)).length).toBeGreaterThan(0)
  })

  it('[A3] is verified in words', async () => {
    await chartWeight()
    const { user } = await showPage(site, { at: '/trail' })
    await user.click(await screen.findByRole('button', { name: 'Verify the trail' }))
    expect(await screen.findByText(/The trail is whole: \d+ entries/)).toBeTruthy()
  })

  it('[B1] names the backup that was restored, and how far the store went that was put aside', async () => {
    await chartWeight()
    await backupBeside(site)
    await site.api.session.lock({})
    const [offer] = (await site.api.restoring.offers({})).offers
    const proof = { by: 'password', loginName: 'chen', password: PASSWORD } as const
    const source = { kind: 'found', id: offer?.id ?? '' } as const
    const { id } = await site.api.restoring.prepare({ source, proof })
    await site.api.restoring.perform({ id })
    await site.as('chen')
    const { user } = await showPage(site, { at: '/trail' })
    await waitFor(() => {
      const entry = entriesShown().find(({ textContent }) => textContent.includes('Backup restored'))
      expect(entry?.textContent).toMatch(/Opened by password/)
    })
    await user.click(await screen.findByRole('button', { name: 'Verify the trail' }))
    const told = await screen.findByText(/tells that a backup of .* 02:00:00 .* was restored/)
    expect(told.textContent).toMatch(/The trail of the store that was put aside went to entry \d+/)
    expect(screen.getByText(/The trail is whole: \d+ entries/)).toBeTruthy()
  })

  it('[U2] is not read by an administrator, who may verify it', async () => {
    site = await startSite()
    await site.addUser('administrator')
    await site.as('administrator')
    await showPage(site, { at: '/trail' })
    expect(await screen.findByRole('button', { name: 'Verify the trail' })).toBeTruthy()
    expect(screen.queryByRole('list', { name: /newest first/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Mark as reviewed' })).toBeNull()
  })

  it('names no patient while the patient can see the screen', async () => {
    await chartWeight()
    const { user } = await showPage(site, { at: '/trail' })
    await waitFor(() => expect(document.body.textContent).toContain('ABC'))
    await user.keyboard('{F9}')
    expect(document.body.textContent).not.toContain('ABC')
  })
})
