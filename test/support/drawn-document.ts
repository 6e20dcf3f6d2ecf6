import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedFonts } from '#main/documents/fonts.ts'
import { type RenderedDocument, renderDocument } from '#main/documents/render.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import { newFolder } from './new-store.ts'

const fonts = shippedFonts()

export const languages: readonly DocumentLanguage[] = ['en', 'zh-CN', 'bilingual']

export const render = (payload: DocumentPayload) => renderDocument(payload, { fonts })

/** What another program says of a document; to be asked within a test. */
export function ask(
  program: string,
  { pdf }: Pick<RenderedDocument, 'pdf'>,
  ...options: readonly string[]
): string {
  const file = join(newFolder(), 'document.pdf')
  writeFileSync(file, pdf)
  const after = program === 'pdftotext' ? ['-'] : []
  return execFileSync(program, [...options, file, ...after], { encoding: 'utf8', maxBuffer: 1e8 })
}

/** Without spaces and line breaks, which depend on where a word stood. */
export const squeezed = (text: string) => text.replace(/\s+/g, '')
