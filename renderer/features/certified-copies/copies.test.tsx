import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { FactContent } from '#shared/core/facts/content.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { upload } from '#test/support/upload.ts'

const PHOTO = readFileSync(join(import.meta.dirname, '../../../resources/samples/files/doppler-tr-102.jpg'))

let site: TestSite
let patientId: PatientId
beforeEach(async () => {
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  )
  site = await startSite()
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' },
  })
  patientId = patient.id
  const content = FactContent.parse({
    ...{ kind: 'portal_vein', on: '2026-11-20', modality: 'ultrasound', diameterMm: '13.4' },
  })
  await site.api.facts.record({ patientId, facts: [{ content }] })
})
afterEach(() => {
  site.dispose()
  vi.unstubAllGlobals()
})

/** Every call goes to the real engine, one after the other. */
const SLOW = 60_000

async function certified() {
  const { id } = await upload(site, 'doppler.jpg', PHOTO)
  return site.api.certifiedCopies.certify({
    ...{ upload: id, patientId, title: 'Doppler report', dated: null, originalAt: 'ward file' },
    ...{ compared: true, facts: [] },
  })
}

async function openForm() {
  const shown = await showPage(site, { at: `/candidates/${patientId}/chart` })
  await shown.user.click(await screen.findByRole('button', { name: 'Attach a scanned report' }))
  const dialog = within(await screen.findByRole('dialog'))
  const choose = (file: File) => {
    const input = document.querySelector<HTMLInputElement>('[role="dialog"] input[type=file]')
    if (input === null) throw new Error('no place for a file')
    return shown.user.upload(input, file)
  }
  return { ...shown, dialog, choose }
}

describe('[C3] a certified copy', () => {
  it(
    'is certified beside its picture, only once it was compared, and hangs on its entry',
    async () => {
      const { user, dialog, choose } = await openForm()
      await choose(new File([new Uint8Array(PHOTO)], 'doppler.jpg', { type: 'image/jpeg' }))
      expect(await dialog.findByRole('img', { name: 'doppler.jpg' })).toBeTruthy()
      await user.type(dialog.getByLabelText(/^What the report is/), 'Doppler of the portal vein')
      await user.type(dialog.getByLabelText(/^Where the original is kept/), 'ward file, volume 2')
      await user.click(dialog.getByRole('checkbox', { name: /Portal vein/ }))
      const certify = dialog.getByRole<HTMLButtonElement>('button', { name: 'Certify the copy' })
      await waitFor(() => expect(certify.disabled).toBe(false))
      await user.click(certify)
      expect(dialog.getByText(/Compare the copy with its original, then confirm it/)).toBeTruthy()
      expect(await site.api.certifiedCopies.list({ patientId })).toEqual([])
      await user.click(dialog.getByRole('checkbox', { name: /^I compared this copy/ }))
      await user.click(certify)
      expect(await screen.findByRole('button', { name: /Open the copy “Doppler of/ })).toBeTruthy()
      const [copy] = await site.api.certifiedCopies.list({ patientId })
      expect(copy).toMatchObject({ dated: null, originalAt: 'ward file, volume 2' })
      expect(copy?.facts).toHaveLength(1)
    },
    SLOW,
  )

  it(
    'is not made of what is no scan, whatever its name says',
    async () => {
      const { dialog, choose } = await openForm()
      await choose(new File(['<html></html>'], 'report.png', { type: 'image/png' }))
      expect(await dialog.findByText(/neither a PDF nor a JPEG or PNG/)).toBeTruthy()
      expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Certify the copy' }).disabled).toBe(true)
    },
    SLOW,
  )

  it(
    'is opened with who certified it, its words and its hash, and attached to more entries',
    async () => {
      const copy = await certified()
      const { user } = await showPage(site, { at: `/candidates/${patientId}/chart` })
      await user.click(await screen.findByRole('button', { name: 'Open the copy “Doppler report”' }))
      const dialog = within(await screen.findByRole('dialog'))
      expect(await dialog.findByRole('img', { name: 'The copy “Doppler report”' })).toBeTruthy()
      expect(dialog.getByText(copy.file.sha256)).toBeTruthy()
      expect(dialog.getByText(/Chen Wei/)).toBeTruthy()
      await user.click(dialog.getByRole('button', { name: 'Attach to more entries' }))
      await user.click(dialog.getByRole('checkbox', { name: /Portal vein/ }))
      await user.click(dialog.getByRole('button', { name: 'Attach' }))
      await waitFor(() => expect(dialog.queryByText('Attached to no entry yet.')).toBeNull())
      expect((await site.api.certifiedCopies.list({ patientId }))[0]?.facts).toHaveLength(1)
    },
    SLOW,
  )

  it(
    '[U2] is read by a monitor, who attaches none',
    async () => {
      await certified()
      await site.addUser('monitor')
      await site.as('monitor')
      const { user } = await showPage(site, { at: `/candidates/${patientId}/chart` })
      await user.click(await screen.findByRole('button', { name: 'Open the copy “Doppler report”' }))
      const dialog = within(await screen.findByRole('dialog'))
      expect(await dialog.findByRole('img')).toBeTruthy()
      expect(dialog.queryByRole('button', { name: 'Attach to more entries' })).toBeNull()
      expect(screen.queryByRole('button', { name: 'Attach a scanned report', hidden: true })).toBeNull()
    },
    SLOW,
  )

  it(
    'is not shown while the patient can see the screen',
    async () => {
      await certified()
      const { user } = await showPage(site, { at: `/candidates/${patientId}/chart` })
      await screen.findByRole('button', { name: 'Open the copy “Doppler report”' })
      await user.keyboard('{F9}')
      expect(screen.queryByRole('button', { name: /Open the copy/ })).toBeNull()
      expect(screen.getByText(/Copies of reports name the patient/)).toBeTruthy()
    },
    SLOW,
  )

  it(
    'is withdrawn where it was attached in error, with a reason, and is marked from then on',
    async () => {
      await certified()
      const { user } = await showPage(site, { at: `/candidates/${patientId}/chart` })
      await user.click(await screen.findByRole('button', { name: 'Open the copy “Doppler report”' }))
      const dialog = within(await screen.findByRole('dialog'))
      await user.click(await dialog.findByRole('button', { name: 'Withdraw this copy…' }))
      await user.click(dialog.getByRole('button', { name: 'Withdraw the copy' }))
      expect(dialog.getByText('Say why, in a few words.')).toBeTruthy()
      await user.type(dialog.getByLabelText(/^Reason/), 'of another patient')
      await user.click(dialog.getByRole('button', { name: 'Withdraw the copy' }))
      expect(await dialog.findByText(/^Withdrawn .*: of another patient$/)).toBeTruthy()
      expect(dialog.queryByRole('button', { name: 'Attach to more entries' })).toBeNull()
      await user.keyboard('{Escape}')
      expect(await screen.findByText('Withdrawn')).toBeTruthy()
    },
    SLOW,
  )
})
