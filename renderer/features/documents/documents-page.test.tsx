import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => {
  site.dispose()
  vi.unstubAllGlobals()
})

/** What the page hands to the browser to be saved. */
function watchSaved(): { readonly names: string[] } {
  const names: string[] = []
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (this.download !== '') names.push(this.download)
  })
  return { names }
}

async function keptLog() {
  site = await startSite()
  return site.api.documents.create({ request: { kind: 'screening_log' }, language: 'en' })
}

describe('the documents', () => {
  it('tell what comes next where there is none', async () => {
    site = await startSite()
    await showPage(site, { at: '/documents' })
    expect(await screen.findByText('No document yet')).toBeTruthy()
  })

  it('are made, kept and found again by their kind', async () => {
    site = await startSite()
    const { user } = await showPage(site, { at: '/documents/new' })
    await user.click(await screen.findByRole('radio', { name: /^Site certificate/ }))
    await user.click(screen.getByRole('button', { name: 'Keep it in the site file' }))
    expect(await screen.findByRole('heading', { name: 'Site certificate' })).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'All documents' }))
    const row = within(await screen.findByRole('row', { name: /Site certificate/ }))
    expect(row.getByText('not signed')).toBeTruthy()
  })

  it('[C4] leave only by an export that stands in the trail with its hash', async () => {
    const { id, revisions } = await keptLog()
    const { names } = watchSaved()
    const { user } = await showPage(site, { at: `/documents/${id}` })
    expect(await site.api.audit.list({ action: 'document.export' })).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Export PDF' }))
    expect(await screen.findByText('The PDF was exported')).toBeTruthy()
    expect(names).toEqual([expect.stringMatching(/screening-log.*\.pdf$/)])
    const [entry] = await site.api.audit.list({ action: 'document.export' })
    expect(entry?.newValue).toMatchObject({ sha256: revisions[0]?.sha256 })
  })

  it('[C4] are exported together, each with its own entry', async () => {
    await keptLog()
    await site.api.documents.create({ request: { kind: 'site_certificate' }, language: 'zh-CN' })
    const { names } = watchSaved()
    const { user } = await showPage(site, { at: '/documents' })
    await user.click(await screen.findByRole('checkbox', { name: 'Choose all that are shown' }))
    await user.click(screen.getByRole('button', { name: 'Export them' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('checkbox', { name: /verifier page/ }))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    expect(await dialog.findByText('2 documents were exported.')).toBeTruthy()
    expect(names).toHaveLength(2)
    expect(await site.api.audit.list({ action: 'document.export' })).toHaveLength(2)
  })

  it('name nobody while the patient can see the screen', async () => {
    await keptLog()
    const { user } = await showPage(site, { at: '/documents' })
    await screen.findByRole('row', { name: /Screening log/ })
    await user.keyboard('{F9}')
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByText(/Documents name patients/)).toBeTruthy()
  })

  it('[U2] are not shown to an administrator', async () => {
    site = await startSite()
    await site.addUser('administrator')
    await site.as('administrator')
    await showPage(site, { at: '/documents' })
    await waitFor(() => expect(screen.queryByRole('link', { name: /Verify a file/ })).toBeNull())
    expect(screen.queryByRole('button', { name: 'New document' })).toBeNull()
  })
})
