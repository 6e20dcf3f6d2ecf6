import { createHash } from 'node:crypto'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import type { ExportSummary } from '#shared/api/exports.ts'
import { ExportRequest } from '#shared/core/exports/request.ts'
import { sign, startDecidedSite } from '#test/support/decided-site.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => {
  site.dispose()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Keys are derived and documents made for real. */
const SLOW = 60_000

/** What the page hands to the browser to be saved. */
function watchSaved() {
  const saved: { blobs: Blob[]; names: string[] } = { blobs: [], names: [] }
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => saved.blobs.push(blob) && 'blob:x',
      revokeObjectURL: () => undefined,
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (this.download !== '') saved.names.push(this.download)
  })
  return saved
}

async function startSiteWithCandidate(): Promise<void> {
  site = await startSite()
  await site.api.patients.register({ screeningNumber: 'S-007', initials: 'LHM', sex: 'male' })
}

/** As the ceremony does, without its screen. */
async function prepared(format: ExportRequest['format'] = 'csv'): Promise<ExportSummary> {
  const request = ExportRequest.parse({
    ...{ format, patients: null, protocolId: null, pseudonymised: format !== 'dossier' },
  })
  const why = 'monthly listing for the sponsor'
  return site.api.exports.prepare({ job: crypto.randomUUID(), request, why, language: 'en' })
}

describe('a new export', () => {
  it('says before anything is made what it will hold, and is prepared only with a reason', async () => {
    await startSiteWithCandidate()
    const { user } = await showPage(site, { at: '/exports/new' })
    await user.click(await screen.findByRole('radio', { name: /^CSV, wide and long/ }))
    const preview = within(screen.getByRole('region', { name: 'What it will hold' }))
    await waitFor(() => expect(preview.getByText('Candidates').nextSibling?.textContent).toBe('1'))
    expect(preview.getByText(/No allocation is in it/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Prepare' }))
    expect(screen.getByText('Say why it is exported and for whom.')).toBeTruthy()
    expect(await site.api.exports.list({})).toEqual([])
    await user.type(screen.getByLabelText(/^Why, and for whom/), 'interim analysis')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('heading', { level: 1, name: 'CSV, wide and long' })).toBeTruthy()
    const [made] = await site.api.exports.list({})
    expect(made).toMatchObject({ why: 'interim analysis', request: { pseudonymised: true, patients: null } })
    expect(screen.getByText(made?.files[0]?.sha256 ?? 'no file')).toBeTruthy()
  })

  it('warns where it will name people; a dossier always does', async () => {
    await startSiteWithCandidate()
    const { user } = await showPage(site, { at: '/exports/new' })
    expect(await screen.findByText(/A dossier holds signed PDFs/)).toBeTruthy()
    expect(screen.queryByRole('switch', { name: /^Pseudonymised/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: /^CDISC ODM/ }))
    await waitFor(() => expect(screen.queryByText('The export will name people')).toBeNull())
    await user.click(screen.getByRole('switch', { name: /^Pseudonymised/ }))
    expect(await screen.findByText('The export will name people')).toBeTruthy()
  })

  it('is of the chosen candidates alone', async () => {
    await startSiteWithCandidate()
    await site.api.patients.register({ screeningNumber: 'S-008', initials: 'ABC', sex: 'male' })
    const { user } = await showPage(site, { at: '/exports/new?format=odm' })
    await user.click(await screen.findByRole('radio', { name: 'Chosen candidates' }))
    expect(screen.getByText(/Choose candidates to see/)).toBeTruthy()
    await user.click(screen.getByRole('combobox', { name: 'Candidates' }))
    await user.click(await screen.findByRole('option', { name: 'S-008 ABC', hidden: true }))
    const preview = within(screen.getByRole('region', { name: 'What it will hold' }))
    await waitFor(() => expect(preview.getByText('Candidates').nextSibling?.textContent).toBe('1'))
  })
})

describe('an export', () => {
  it(
    '[C4] leaves as one file once its manifest is signed, with its hash in the trail',
    async () => {
      site = await startDecidedSite()
      const made = await prepared()
      const first = await showPage(site, { at: `/exports/${made.id}` })
      const steps = within(await screen.findByRole('list', { name: 'The way out' }))
      expect(steps.getByText('Once the manifest is signed.')).toBeTruthy()
      expect(screen.queryByRole('button', { name: 'Save the ZIP' })).toBeNull()
      const way = steps.getByRole('link', { name: 'Review and sign' })
      expect(way.getAttribute('href')).toContain(`/documents/${made.manifest}/sign`)
      first.unmount()

      await sign(site, { kind: 'document', document: made.manifest })
      const saved = watchSaved()
      const { user } = await showPage(site, { at: `/exports/${made.id}` })
      await user.click(await screen.findByRole('button', { name: 'Save the ZIP' }))
      expect(await screen.findByText(/\.zip was saved/)).toBeTruthy()
      const [blob] = saved.blobs
      const content = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      const sha256 = createHash('sha256').update(content).digest('hex')
      expect(saved.names).toEqual([expect.stringMatching(/\.zip$/)])
      const [entry] = await site.api.audit.list({ action: 'export.take' })
      expect(entry?.newValue).toMatchObject({ sha256 })
      expect(await screen.findByRole('button', { name: 'Save the ZIP again' })).toBeTruthy()
      expect(screen.getAllByText(new RegExp(sha256)).length).toBeGreaterThan(1)
    },
    SLOW,
  )

  it(
    'is reached again from its manifest, at once to be taken where that is signed',
    async () => {
      site = await startDecidedSite()
      const made = await prepared()
      const first = await showPage(site, { at: `/documents/${made.manifest}` })
      const back = await screen.findByRole('link', { name: 'Back to the export' })
      expect(back.getAttribute('href')).toContain(`/exports/${made.id}`)
      first.unmount()
      await sign(site, { kind: 'document', document: made.manifest })
      const { user } = await showPage(site, { at: `/documents/${made.manifest}` })
      await user.click(await screen.findByRole('link', { name: 'Go on: take the export' }))
      expect(await screen.findByRole('button', { name: 'Save the ZIP' })).toBeTruthy()
    },
    SLOW,
  )

  it('is prepared again where the session in which it was made is over', async () => {
    await startSiteWithCandidate()
    const made = await prepared('odm')
    await site.as('chen')
    const { user } = await showPage(site, { at: `/exports/${made.id}` })
    expect(await screen.findByText(/went with the session/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Review and sign' })).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Prepare it again' }))
    expect(await screen.findByRole('radio', { name: /^CDISC ODM/, checked: true })).toBeTruthy()
    expect(screen.getByLabelText(/^Why, and for whom/)).toHaveProperty('value', made.why)
  })

  it('[U2] is seen by a monitor with who made it and why, and neither made, signed nor taken', async () => {
    await startSiteWithCandidate()
    const made = await prepared()
    await site.addUser('monitor')
    await site.as('monitor')
    const { user } = await showPage(site, { at: '/exports' })
    const row = within(await screen.findByRole('row', { name: /CSV, wide and long/ }))
    expect(row.getByText(made.why)).toBeTruthy()
    expect(row.getByText('Everybody')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'New export' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Complete copy/ })).toBeNull()
    await user.click(row.getByRole('link'))
    expect(await screen.findByText(/An investigator signs the manifest/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: /sign/ })).toBeNull()
  })

  it('names nobody while the patient can see the screen', async () => {
    await startSiteWithCandidate()
    await prepared()
    const { user } = await showPage(site, { at: '/exports' })
    await screen.findByRole('row', { name: /CSV/ })
    await user.keyboard('{F9}')
    expect(screen.queryByRole('row', { name: /CSV/ })).toBeNull()
  })

  it('is in Chinese for those who read Chinese, and its page is opened by key', async () => {
    await startSiteWithCandidate()
    await prepared()
    const { user } = await showPage(site, { language: 'zh-CN', at: '/about' })
    await screen.findByRole('navigation', { name: '功能区' })
    await user.keyboard('{Control>}{Alt>}e{/Alt}{/Control}')
    expect(await screen.findByRole('heading', { level: 1, name: '数据导出' })).toBeTruthy()
    const row = within(await screen.findByRole('row', { name: /CSV（宽表与长表）/ }))
    expect(row.getByText('清单未签署')).toBeTruthy()
    expect(row.getByText(/已去标识化/)).toBeTruthy()
  })
})

describe('the complete copy of a site', () => {
  it('[C1] [C4] is taken by the principal investigator with a reason, and stands in the trail', async () => {
    await startSiteWithCandidate()
    const saved = watchSaved()
    const { user } = await showPage(site, { at: '/exports' })
    await user.click(await screen.findByRole('button', { name: 'Complete copy…' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Make and save the copy' }))
    expect(dialog.getByText('Say why it is exported and for whom.')).toBeTruthy()
    await user.type(dialog.getByLabelText(/^Why, and where it goes/), 'move to another computer')
    await user.click(dialog.getByRole('button', { name: 'Make and save the copy' }))
    expect(await dialog.findByText(/\.lobule was saved/)).toBeTruthy()
    expect(saved.names).toEqual([expect.stringMatching(/\.lobule$/)])
    const [entry] = await site.api.audit.list({ action: 'export.take_copy' })
    expect(entry?.reason).toBe('move to another computer')
    await user.keyboard('{Escape}')
    const taken = within(await screen.findByRole('region', { name: 'Complete copies that were taken' }))
    expect(taken.getByText('move to another computer')).toBeTruthy()
  })

  it('[U2] is offered to nobody else', async () => {
    await startSiteWithCandidate()
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    await showPage(site, { at: '/exports' })
    expect(await screen.findByRole('link', { name: 'New export' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Complete copy…' })).toBeNull()
  })
})
