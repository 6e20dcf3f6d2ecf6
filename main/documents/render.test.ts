import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import type { DocumentLanguage, DocumentPayload } from '#shared/core/documents/payload.ts'
import {
  certificatePayload,
  configurationPayload,
  eligibilityPayload,
  eligibilitySubject,
  payloadOf,
  screeningLogPayload,
  sealOf,
  siteCriteriaPayload,
  trailPayload,
} from '#test/support/document-payloads.ts'
import { prepared } from '#test/support/protocols.ts'
import { sampleReadings } from '#test/support/sample-file.ts'
import { shippedFonts } from './fonts.ts'
import { type RenderedDocument, renderDocument } from './render.ts'

const fonts = shippedFonts()
const languages: readonly DocumentLanguage[] = ['en', 'zh-CN', 'bilingual']
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobule-documents-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const render = (payload: DocumentPayload, preview = false) => renderDocument(payload, { fonts, preview })

/** What another program says of a document. */
function ask(program: string, { pdf }: Pick<RenderedDocument, 'pdf'>, ...options: string[]): string {
  const file = join(folder, 'document.pdf')
  writeFileSync(file, pdf)
  const after = program === 'pdftotext' ? ['-'] : []
  return execFileSync(program, [...options, file, ...after], { encoding: 'utf8', maxBuffer: 1e8 })
}

/** The text of each page in the order in which it is drawn, without spaces. */
async function spokenPages({ pdf }: RenderedDocument): Promise<string[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent()
      return squeezed(items.map(item => ('str' in item ? item.str : '')).join(''))
    }),
  )
  await loading.destroy()
  return pages
}

const textOf = (document: RenderedDocument) => ask('pdftotext', document, '-layout')
const pagesOf = (document: RenderedDocument) => textOf(document).split('\f').slice(0, -1)
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('a document', () => {
  it('[E5] has the same bytes when it is rendered again, here and in another process', async () => {
    const payload = siteCriteriaPayload({ language: 'bilingual' })
    const first = await render(payload)
    await render(eligibilityPayload('eligible', { language: 'zh-CN' }))
    const second = await render(payload)
    expect(Buffer.from(second.pdf).equals(first.pdf)).toBe(true)
    const script = `
      import { createHash } from 'node:crypto'
      import { readFileSync } from 'node:fs'
      import { shippedFonts } from '#main/documents/fonts.ts'
      import { renderDocument } from '#main/documents/render.ts'
      const payload = JSON.parse(readFileSync(0, 'utf8'))
      const { pdf } = await renderDocument(payload, { fonts: shippedFonts() })
      process.stdout.write(createHash('sha256').update(pdf).digest('hex'))`
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '../..'),
      input: first.text,
      encoding: 'utf8',
    })
    expect(elsewhere).toBe(createHash('sha256').update(first.pdf).digest('hex'))
  })

  it('has bytes that no other document leaves a trace in, also where two are rendered at once', async () => {
    const payload = certificatePayload({ language: 'zh-CN' })
    // A radical that shares its glyph with a character of the document.
    const other = { ...payload, site: { ...payload.site, name: '\u2f00\u2f2d\u2f67 \u03bc' } }
    const plain = { ...payload, site: { ...payload.site, name: '\u4e00\u5c71\u74dc \u00b5' } }
    const alone = await render(plain)
    const [changed, beside] = await Promise.all([render(other), render(plain)])
    const after = await render(plain)
    for (const { pdf } of [beside, after]) expect(Buffer.from(pdf).equals(alone.pdf)).toBe(true)
    expect(pagesOf(changed)[0]).toContain('\u2f00\u2f2d')
    expect(pagesOf(after)[0]).toContain('\u4e00\u5c71')
  })

  it('carries its record, and says the hash of it where a reader and where a program looks', async () => {
    const document = await render(eligibilityPayload('eligible', { language: 'en' }))
    ask('qpdf', document, '--check')
    const file = join(folder, 'lobule-document.json')
    ask('pdfdetach', document, '-save', '1', '-o', file)
    const attached = readFileSync(file)
    expect(attached.toString('utf8')).toBe(document.text)
    const sha256 = createHash('sha256').update(attached).digest('hex')
    expect(sha256).toBe(document.sha256)
    expect(squeezed(textOf(document))).toContain(sha256.toUpperCase())
    expect(ask('pdfinfo', document, '-custom')).toMatch(new RegExp(`LobuleSha256: +${sha256}`))
    const objects = Buffer.from(document.pdf).toString('latin1')
    expect(objects).toContain(`/ActualText (${sha256})`)
    expect(objects).toContain('/AFRelationship /Source')
  })

  it('is tagged, claims PDF/A-3b, and embeds every font', async () => {
    const document = await render(eligibilityPayload('not_eligible', { language: 'zh-CN' }))
    const structure = ask('pdfinfo', document, '-struct')
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
    }
    expect(ask('pdfinfo', document, '-meta')).toMatch(/<pdfaid:part>3<.*\s*<pdfaid:conformance>B</)
    const [, , ...listed] = ask('pdffonts', document).trimEnd().split('\n')
    expect(listed.length).toBeGreaterThan(1)
    for (const font of listed) expect(font).toMatch(/yes yes yes/)
  })

  it.each(languages)(
    '[V1] says page, document, version, build and hash on each page (%s)',
    async language => {
      const payload = trailPayload({ language, count: 60 })
      const document = await render(payload)
      const pages = pagesOf(document)
      expect(pages.length).toBeGreaterThan(3)
      pages.forEach((page, index) => {
        const number =
          language === 'en'
            ? `Page ${index + 1} of ${pages.length}`
            : `第 ${index + 1} 页，共 ${pages.length} 页`
        expect(page).toContain(number)
        expect(page).toContain(payload.id)
        expect(page).toContain('Lobule 0.1.0 (cd7a40512ab3)')
        expect(squeezed(page)).toContain(document.sha256.slice(0, 16).toUpperCase())
        expect(squeezed(page)).toContain(payload.authority?.toUpperCase())
      })
    },
  )

  it('marks invented data and a preview on each page, and nothing else so', async () => {
    const plain = await render(eligibilityPayload('eligible', { training: false }))
    const marked = await render(eligibilityPayload('eligible', { isPreview: true }), true)
    const training = '培训数据TRAININGDATA'
    const preview = '预览，未签署PREVIEW–notsigned'
    for (const page of await spokenPages(marked)) {
      expect(page).toContain(training)
      expect(page).toContain(preview)
    }
    for (const page of await spokenPages(plain)) expect(page).not.toMatch(/培训数据TRAINING|PREVIEW/)
  })

  it('refuses a character that no font has, and says where it stands', async () => {
    const payload = eligibilityPayload('eligible')
    const wrong = { ...payload, createdBy: { ...payload.createdBy, fullName: '𠮷田' } }
    const message = 'no font of Lobule can print U+20BB7; write it in other characters'
    await expect(render(wrong)).rejects.toEqual(
      new AppError({ code: 'invalid_input', issues: [{ path: 'createdBy.fullName', message }] }),
    )
  })

  it('switches fonts for what the Chinese one lacks', async () => {
    const payload = eligibilityPayload('eligible')
    const name = 'Å ⁺⁻⁰₂₃µ ☐☑☒ ≥ “q” 灯塔'
    const document = await render({ ...payload, site: { ...payload.site, name } })
    expect(squeezed(pagesOf(document)[0] ?? '')).toContain(squeezed(name))
    expect(ask('pdffonts', document)).toContain('NotoSansSymbols2')
  })
})

describe('an eligibility assessment', () => {
  it('[E2] prints name, meaning, statement, and time with its offset, in both languages where it is bilingual', async () => {
    const text = squeezed(textOf(await render(eligibilityPayload('eligible', { language: 'bilingual' }))))
    const { header } = sealOf('eligibility_approval')
    expect(text).toContain(squeezed(header.signer.fullName))
    expect(text).toContain('2026-11-2015:42:07(UTC+08:00)')
    expect(text).toContain(squeezed(header.meaning.statement.en))
    expect(text).toContain(squeezed(header.meaning.statement['zh-CN']))
    expect(text).toContain('入选资格批准Eligibilityapproval')
    expect(text).toContain(header.certificate.serial.toUpperCase())
    expect(text).toContain('符合入选条件Eligible')
  })

  it('[A6] prints what the clock did in the session of the signature', async () => {
    const subject = eligibilitySubject('tr-001-eligible', prepared(sampleReadings()))
    const seal = sealOf('eligibility_approval', [{ code: 'moved_back', seq: 88, movedBackSeconds: 120 }])
    const text = textOf(await render(payloadOf({ kind: 'eligibility', subject, seal })))
    expect(text).toContain('The clock was moved back by 120 s (entry 88 of the audit trail).')
  })

  it('[C2] marks what was changed after its first entry, and lists old, new, who, when and why', async () => {
    const document = await render(eligibilityPayload('eligible'))
    expect(textOf(document)).toMatch(/F\d+ Δ/)
    const text = (await spokenPages(document)).join('')
    const list = text.slice(text.indexOf('Changesafterfirstentry'), text.indexOf('Readingschosen'))
    expect(list).toContain('value<61.0s')
    expect(list).toContain('value61.0s')
    expect(list).toContain('value14.6s')
    expect(list).toContain('2026-11-2009:05+08:00')
    expect(list).toContain('digitsexchanged')
    expect(list).toContain('误录另一标本的结果')
  })

  it('prints values below a limit as on their report, and the time of entry beside the time of the event', async () => {
    const subject = eligibilitySubject('tr-008-pt-cut-off', prepared(sampleReadings()))
    const cutOff = subject.facts.find(
      ({ content }) => content.kind === 'laboratory' && content.comparator !== undefined,
    )
    if (cutOff?.content.kind !== 'laboratory') throw new Error('the sample has a value that is cut off')
    const text = squeezed(textOf(await render(payloadOf({ kind: 'eligibility', subject, seal: null }))))
    const { comparator, value, unit } = cutOff.content
    expect(text).toContain(squeezed(`${comparator}${value} ${unit}`))
    expect(text).toContain(cutOff.enteredAt.slice(0, 10))
    expect(text).toContain('daysafter')
  })

  it('prints every criterion with the words of its source', async () => {
    const payload = eligibilityPayload('not_eligible')
    if (payload.content.kind !== 'eligibility') throw new Error('an eligibility assessment')
    const text = squeezed(ask('pdftotext', await render(payload)))
    for (const { quote, title } of payload.content.subject.screening.criteria) {
      expect(text).toContain(squeezed(quote))
      expect(text).toContain(squeezed(title.en))
    }
    expect(text).toContain('Noteligible')
  })

  it('leaves its frames for signatures where they are, signed or not', async () => {
    const signed = await render(eligibilityPayload('eligible'))
    const unsigned = await render(eligibilityPayload('eligible', { isPreview: true }))
    expect(signed.slots).toHaveLength(3)
    expect(unsigned.slots).toEqual(signed.slots)
    for (const { page, rect } of signed.slots) {
      expect(page).toBe(0)
      expect(Math.min(...rect)).toBeGreaterThan(0)
    }
  })
})

describe('the other documents', () => {
  it('repeat the head of a table on each page that it goes on to, and lose no row', async () => {
    const payload = screeningLogPayload({ language: 'en', copies: 12 })
    const pages = pagesOf(await render(payload))
    const onPages = pages.filter(page => /TR-0\d\d/.test(page))
    expect(onPages.length).toBeGreaterThan(3)
    for (const page of onPages) expect(page).toMatch(/Screening number +Initials +Sex/)
    if (payload.content.kind !== 'screening_log') throw new Error('a screening log')
    const text = pages.join('\n')
    for (const { screeningNumber } of payload.content.candidates) {
      expect(text).toMatch(new RegExp(`^ *${screeningNumber} `, 'm'))
    }
  })

  it('split a row that is longer than a page, and lose none of it', async () => {
    const payload = trailPayload({ count: 1 })
    if (payload.content.kind !== 'trail_extract') throw new Error('an extract of the trail')
    const [entry] = payload.content.entries
    if (entry === undefined) throw new Error('an entry')
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`)
    const content = { ...payload.content, entries: [{ ...entry, newValue: words.join(' ') }] }
    const document = await render({ ...payload, content })
    expect(pagesOf(document).length).toBeGreaterThan(2)
    const found = new Set(ask('pdftotext', document).match(/word\d+/g))
    expect(found.size).toBe(words.length)
  })

  it.each(languages)('speak the language that was asked for (%s)', async language => {
    const documents = [configurationPayload, screeningLogPayload, trailPayload, certificatePayload]
    const titles = [
      ['Readings and site criteria', '解读与本中心标准'],
      ['Screening log', '筛选登记表'],
      ['Audit trail extract', '稽查轨迹摘录'],
      ['Site certificate', '中心证书'],
    ] as const
    for (const [index, payload] of documents.entries()) {
      const heading = pagesOf(await render(payload({ language })))[0] ?? ''
      const [english, chinese] = titles[index] ?? ['', '']
      expect(heading.includes(english)).toBe(language !== 'zh-CN')
      expect(heading.includes(chinese)).toBe(language !== 'en')
    }
  })

  it('[A3] print the head of the trail, and each problem of it', async () => {
    const payload = trailPayload()
    if (payload.content.kind !== 'trail_extract') throw new Error('an extract of the trail')
    const verification = { entries: 9, head: null, problems: [{ seq: 4, problem: 'changed' }] }
    const text = textOf(await render({ ...payload, content: { ...payload.content, verification } }))
    expect(text).toContain('The trail does not verify')
    expect(text).toContain('entry 4: changed')
    expect(squeezed(textOf(await render(payload)))).toContain('C'.repeat(64))
  })

  it('put the fingerprint of the site certificate on one page that can be signed by hand', async () => {
    for (const language of languages) {
      const pages = pagesOf(await render(certificatePayload({ language })))
      expect(pages).toHaveLength(1)
      expect(pages[0]).toMatch(/3F9A +1C7E +3F9A +1C7E/)
    }
  })
})
