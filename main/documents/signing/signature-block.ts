import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import type { SignatureHeader } from '#shared/core/signatures/record.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { OpenFonts } from '../fonts.ts'
import { heightOf, type Line, linesOf } from '../layout/lines.ts'
import type { Paragraph, Span, Tone } from '../layout/text.ts'
import { typefaceOf } from '../layout/typeface.ts'
import { bytesOf, PdfDocument } from '../pdfkit.ts'
import { roleNames } from '../words/common.ts'

/** What a visible signature shows, in the language of its document. */
export interface SignatureBlock {
  readonly header: Pick<SignatureHeader, 'signer' | 'meaning' | 'signedAt' | 'certificate'>
  readonly language: DocumentLanguage
}

const labels = {
  heading: { en: 'Electronic signature', 'zh-CN': '电子签名' },
  meaning: { en: 'Meaning', 'zh-CN': '签名含义' },
  time: { en: 'Signed at', 'zh-CN': '签署时间' },
  certificate: { en: 'Certificate', 'zh-CN': '证书序列号' },
} as const

const PADDING = 7
const BAR = 3
const LARGEST = 8
const SMALLEST = 3.5
const COLOURS: Readonly<Record<Tone, string>> = { ink: '#16181d', soft: '#5c6370', accent: '#1f5fa8' }
const WITHDRAWN = '#a3341f'

/** A text as the document says it: in one language, or Chinese before English. */
export function inLanguage(text: LocalizedText, language: DocumentLanguage): string {
  if (language !== 'bilingual') return text[language]
  return text.en === text['zh-CN'] ? text.en : `${text['zh-CN']} ${text.en}`
}

/** The block as a PDF of one page of its size, to be laid over a document. */
export async function drawBlock(
  block: SignatureBlock,
  { width, height, fonts }: { width: number; height: number; fonts: OpenFonts },
): Promise<Uint8Array> {
  const at = new Date(block.header.signedAt)
  const document = new PdfDocument({
    size: [width, height],
    margin: 0,
    // PDFKit takes an open font; its types know of paths and bytes only.
    font: fonts.regular as unknown as string,
    info: { CreationDate: at, ModDate: at },
  })
  const isWithdrawal = block.header.meaning.code === 'withdrawal'
  document.rect(0.4, 0.4, width - 0.8, height - 0.8).lineWidth(0.6)
  document.fillAndStroke('#ffffff', '#b9c0ca')
  document.rect(0, 0, BAR, height).fill(isWithdrawal ? WITHDRAWN : COLOURS.accent)
  const lines = fitted(block, width - 2 * PADDING - BAR, height - 2 * PADDING, fonts)
  let top = Math.max(PADDING, (height - heightOf(lines)) / 2)
  for (const line of lines) {
    for (const { text, face, size, span, x } of line.pieces) {
      document.font(fonts[face] as unknown as string, size).fillColor(COLOURS[span.tone ?? 'ink'])
      document.text(text, BAR + PADDING + x, top + line.baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
      })
    }
    top += line.height
  }
  return bytesOf(document)
}

/** The lines in the largest size in which all fit. */
function fitted(block: SignatureBlock, width: number, height: number, fonts: OpenFonts): Line[] {
  const typeface = typefaceOf(fonts)
  const at = (size: number) =>
    paragraphs(block, size).flatMap(paragraph => linesOf(paragraph, width, typeface))
  for (let size = LARGEST; size > SMALLEST; size -= 0.25) {
    const lines = at(size)
    if (heightOf(lines) <= height) return lines
  }
  return at(SMALLEST)
}

function paragraphs({ header, language }: SignatureBlock, size: number): Paragraph[] {
  const say = (text: LocalizedText) => inLanguage(text, language)
  const { signer, meaning, signedAt, certificate } = header
  const field = (label: LocalizedText, spans: readonly Span[]): Paragraph => ({
    spans: [{ text: `${say(label)}  `, tone: 'soft' }, ...spans],
    size,
  })
  return [
    { spans: [{ text: say(labels.heading), tone: 'accent', bold: true }], size: size * 0.9 },
    {
      spans: [
        { text: signer.fullName, bold: true, size: size * 1.4 },
        { text: `  ${say(roleNames[signer.role])}` },
      ],
      size,
    },
    field(labels.meaning, [{ text: say(meanings[meaning.code].name), bold: true }]),
    field(labels.time, [{ text: printedTime(signedAt) }]),
    field(labels.certificate, [{ text: certificate.serial.toUpperCase() }]),
  ]
}

/** `2026-11-20 09:30:15 UTC+08:00`. */
function printedTime(time: string): string {
  const [, day = '', clock = '', offset = ''] = /^(.{10})T(.{8})(?:\.\d+)?(Z|.{6})$/.exec(time) ?? []
  return `${day} ${clock} UTC${offset === 'Z' ? '+00:00' : offset}`
}
