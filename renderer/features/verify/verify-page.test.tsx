import { Blob as NodeBlob } from 'node:buffer'
import { cpSync, rmSync } from 'node:fs'
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DecidedSite, sign, startDecidedSite } from '#test/support/decided-site.ts'
import { showPage } from '#test/support/page.tsx'

// Each test draws and signs a document.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

let site: DecidedSite
beforeEach(async () => {
  // jsdom's own has no stream to inflate from.
  vi.stubGlobal('Blob', NodeBlob)
  site = await startDecidedSite()
})
afterEach(() => {
  vi.unstubAllGlobals()
  site.dispose()
})

/** Signs the decision of the site, and answers the file as somebody else has it. */
async function signedFile(): Promise<File> {
  const { document } = await sign(site, site.request)
  if (document === null) throw new Error('no document')
  const { pdf } = (await site.api.documents.get({ id: document })).file
  return new File([Buffer.from(pdf, 'base64')], 'signed.pdf', { type: 'application/pdf' })
}

async function verify(file: File) {
  const { user, container } = await showPage(site, { at: '/verify' })
  await screen.findByRole('heading', { level: 1, name: 'Verify a file' }, { timeout: 30_000 })
  await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file)
  return within(
    await screen.findByRole('region', { name: 'Beside the audit trail of this store' }, { timeout: 20_000 }),
  )
}

describe('[A3] a signed file beside the audit trail of this store', () => {
  it('finds the entry that it was signed beside', async () => {
    const found = await verify(await signedFile())
    expect(found.getByText(/still holds entry \d+/)).toBeTruthy()
    expect(found.queryByText(/Chart nothing more/)).toBeNull()
  })

  it('shows that an older store was put back whole', async () => {
    site.lock()
    const old = `${site.directory}.old`
    cpSync(site.directory, old, { recursive: true })
    await site.as('chen')
    const file = await signedFile()
    site.clock.advance(600)
    site.lock()
    rmSync(site.directory, { recursive: true })
    cpSync(old, site.directory, { recursive: true })
    // Its own anchor agrees with it: the store alone cannot tell.
    expect((await site.as('chen')).findings).toEqual([])
    const found = await verify(file)
    expect(found.getByText(/is another than when this was signed|ends before entry/)).toBeTruthy()
    expect(found.getByText(/Chart nothing more/)).toBeTruthy()
  })
})
