import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Sha256 } from '#shared/core/ids.ts'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { type Furniture, SLANT } from './layout/draw.ts'
import { type Line, linesOf } from './layout/lines.ts'
import type { Ornament, Sheet, TextMark } from './layout/page.ts'
import type { Paragraph } from './layout/text.ts'
import type { Typeface } from './layout/typeface.ts'
import type { Speech } from './speech.ts'
import { common } from './words/common.ts'

/** What the furniture says of a document. */
export interface Sheets {
  readonly payload: DocumentPayload
  readonly sha256: Sha256
  readonly title: LocalizedText
  /** What it is about: protocol, candidate. */
  readonly about: readonly string[]
  readonly preview: boolean
}

const SMALL = 6.4

export const portrait: Sheet = { width: 595.28, height: 841.89, left: 44, right: 44, top: 66, bottom: 58 }
export const landscape: Sheet = { ...portrait, width: portrait.height, height: portrait.width }

/** Head, foot and watermarks of each page. */
export function furnitureOf(
  sheets: Sheets,
  sheet: Sheet,
  tools: { speech: Speech; typeface: Typeface; pages: number },
) {
  const { typeface } = tools
  const width = sheet.width - sheet.left - sheet.right
  const put = (paragraph: Paragraph, y: number): TextMark => ({
    kind: 'text',
    tag: null,
    x: sheet.left,
    y,
    lines: linesOf(paragraph, width, typeface).slice(0, 1),
  })
  const foot = sheet.height - sheet.bottom + 14
  const ornaments: Ornament[] = [headRule(sheet, 52), headRule(sheet, foot)]
  const watermarks = watermarksOf(sheets, sheet, typeface)
  return (page: number): Furniture => ({
    ornaments,
    watermarks,
    texts: [
      ...headOf(sheets, tools.speech).map(([paragraph, y]) => put(paragraph, y)),
      ...footOf(sheets, tools, page).map(([paragraph, row]) => put(paragraph, foot + 5 + row * 9.4)),
    ],
  })
}

type Placed = readonly [Paragraph, number]

function headOf({ payload, title, about }: Sheets, speech: Speech): Placed[] {
  const { site } = payload
  const right = (text: string): Paragraph => ({ ...small([{ text, tone: 'soft' }]), align: 'right' })
  return [
    [small([{ text: site.name, bold: true }]), 30],
    [
      small([...speech.spans(common.siteNumber, { tone: 'soft', size: SMALL }), { text: ` ${site.number}` }]),
      39.6,
    ],
    [{ ...small([{ text: speech.plain(title), bold: true }]), align: 'right' }, 30],
    [right(about.join(' · ')), 39.6],
  ]
}

function footOf(
  { payload, sha256 }: Sheets,
  { speech, pages }: { speech: Speech; pages: number },
  page: number,
): Placed[] {
  const { version, build } = payload.application
  const soft = (text: LocalizedText) => speech.spans(text, { tone: 'soft', size: SMALL })
  const short = fingerprintText(sha256).slice(0, 19)
  const software = `Lobule ${version} (${build ?? speech.plain(common.noBuild)})`
  const number = pageText(speech, page + 1, pages)
  const certificate = payload.authority
    ? fingerprintText(payload.authority)
    : speech.plain(common.noAuthority)
  return [
    [
      small([
        ...soft(common.document),
        { text: ` ${payload.id}  ` },
        ...soft(common.hashShort),
        { text: ` ${short} …` },
      ]),
      0,
    ],
    [{ ...small([{ text: number, bold: true }]), align: 'right' }, 0],
    [small([...soft(common.siteCertificate), { text: ` ${certificate}`, size: 6 }]), 1],
    [{ ...small([{ text: software }]), align: 'right' }, 1],
  ]
}

function pageText({ document }: Speech, page: number, pages: number): string {
  const en = `Page ${page} of ${pages}`
  const zh = `第 ${page} 页，共 ${pages} 页`
  return { en, 'zh-CN': zh, bilingual: `${zh}  ${en}` }[document]
}

function small(spans: Paragraph['spans']): Paragraph {
  return { spans, size: SMALL }
}

function headRule({ width, left, right }: Sheet, y: number): Ornament {
  return { kind: 'rule', x: left, y, width: width - left - right, weight: 0.5, tone: 'ink' }
}

/** In both languages whatever the document's, because whoever finds a page may read only one. */
function watermarksOf({ payload, preview }: Sheets, sheet: Sheet, typeface: Typeface): TextMark[] {
  const texts = [...(payload.training ? [common.training] : []), ...(preview ? [common.preview] : [])].map(
    text => `${text['zh-CN']}  ${text.en}`,
  )
  const diagonal = Math.min(sheet.width / Math.cos((SLANT * Math.PI) / 180), sheet.height * 1.3) * 0.8
  return texts.map((text, index) => {
    const line = spread(text, diagonal, typeface)
    return { kind: 'text', tag: null, x: 0, y: (index - (texts.length - 1) / 2) * 90, lines: line }
  })
}

function spread(text: string, width: number, typeface: Typeface): Line[] {
  const measure = linesOf({ spans: [{ text, bold: true }], size: 10 }, 10_000, typeface)[0]?.width ?? width
  const size = Math.min(40, (10 * width) / measure)
  return linesOf({ spans: [{ text, bold: true }], size }, 10_000, typeface)
}
