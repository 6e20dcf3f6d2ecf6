import { expect, it, vi } from 'vitest'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import { ask, languages, render, squeezed } from '#test/support/drawn-document.ts'
import { EXPORTED, manifestOver, manifestPayload } from '#test/support/signed-export.ts'

// Each test draws whole documents.
vi.setConfig({ testTimeout: 60_000 })

const payloadIn = (language: DocumentPayload['language'], content = manifestOver(EXPORTED)) =>
  DocumentPayload.parse({ ...manifestPayload(content), language })

it.each(languages)(
  'a manifest says what, why, whose and in which form, in its language (%s)',
  async language => {
    const document = await render(payloadIn(language))
    ask('qpdf', document, '--check')
    const text = ask('pdftotext', document, '-layout')
    expect(text.includes('Manifest of an export')).toBe(language !== 'zh-CN')
    expect(text.includes('数据导出清单')).toBe(language !== 'en')
    expect(squeezed(text)).toContain('申办方数据核查datacheck')
    expect(text).toContain('TR-001')
    expect(document.slots).toHaveLength(3)
  },
)

it('a manifest prints each file with its hash, over pages where there are hundreds', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`documents/TR-${index}.pdf`, `${index}`]),
  )
  const manifest = manifestOver(many)
  const text = squeezed(ask('pdftotext', await render(payloadIn('bilingual', manifest)), '-layout'))
  for (const { path, sha256 } of manifest.files) {
    expect(text).toContain(path)
    expect(text).toContain(sha256.slice(0, 32).toUpperCase())
  }
})
