import { webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import { inflate, inflateRaw } from 'node:zlib'
import { renderDocument, shippedFonts } from '#main/engine/host-tools.ts'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import type { GivenFile } from '#shared/verify/export/archive.ts'
import type { Finding } from '#shared/verify/findings.ts'
import { type FilesOptions, verifyFiles } from '#shared/verify/verify-files.ts'
import type { PdfOptions, PdfReport } from '#shared/verify/verify-pdf.ts'
import { givenFiles } from './given-files.ts'
import type { Paint } from './terminal.ts'

/** Whether printing the attached record again gives the same bytes; null where that was not asked for. */
type Printed = 'same' | 'differs' | 'not_possible' | null
/** What was found out about one file. */
export type Verified = PdfReport & {
  readonly file: string
  readonly printedAgain: Printed
  /** What the trail of a store says of it; empty where none was asked, or it is of another site. */
  readonly inStore: readonly Finding[]
}

/** Under which certificate a file is checked, and when. */
export interface Check extends Pick<PdfOptions, 'authority' | 'now'> {
  /** Print the attached record again and compare the bytes. */
  readonly render: boolean
}

/** Verifies a signed PDF, or a ZIP or folder that was exported. Throws `not_found` for what cannot be read. */
export async function verifyFile(file: string, { authority, render, now }: Check): Promise<Verified> {
  const files = await givenFiles(file)
  const tools = { subtle: webcrypto.subtle, inflate: unpackWith(inflate), inflateRaw: unpackWith(inflateRaw) }
  const report = await verifyFiles(files, { ...tools, now, authority })
  return { file, ...report, printedAgain: render ? await printAgain(files, report) : null, inStore: [] }
}

/** Whether nothing is left to doubt or to look up. */
export function holds({ verdict, printedAgain, inStore }: Verified): boolean {
  const isHeld = inStore.every(({ level }) => level === 'good')
  return verdict === 'holds' && isHeld && (printedAgain === null || printedAgain === 'same')
}

/** The record is the patient's: a machine that wants it takes it from the file. */
export function withoutRecord({ record, ...report }: Verified) {
  return { ...report, record: record && { sha256: record.sha256 } }
}

function unpackWith(unpack: typeof inflate): FilesOptions['inflate'] {
  const unpacked = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(unpack)
  return (bytes, most) => unpacked(bytes, { maxOutputLength: Math.max(1, most) })
}

/** Of one document; an export is no print. */
async function printAgain(files: readonly GivenFile[], { record }: PdfReport): Promise<Printed> {
  const [only] = files
  if (record === null || only === undefined || files.length !== 1) return 'not_possible'
  const bytes = await only.read()
  const payload = DocumentPayload.safeParse(JSON.parse(record.text))
  if (!payload.success) return 'not_possible'
  const { pdf } = await renderDocument(payload.data, { fonts: shippedFonts() })
  return Buffer.from(pdf).equals(bytes.subarray(0, pdf.length)) && pdf.length - record.printed <= 2
    ? 'same'
    : 'differs'
}

const verdicts: Readonly<Record<PdfReport['verdict'], LocalizedText>> = {
  holds: { en: 'HOLDS', 'zh-CN': '有效' },
  intact: { en: 'INTACT, signer not confirmed', 'zh-CN': '完整，签署者未确认' },
  fails: { en: 'DOES NOT HOLD', 'zh-CN': '无效' },
}

const printed: Readonly<Record<Exclude<Printed, null>, LocalizedText>> = {
  same: {
    en: 'Printed again from the attached record: the same bytes.',
    'zh-CN': '由所附记录重新生成：字节完全一致。',
  },
  differs: {
    en: 'Printed again from the attached record: other bytes. Another version of Lobule made it, or it shows what the record does not say.',
    'zh-CN': '由所附记录重新生成：字节不一致。可能由其他版本的 Lobule 生成，或所示内容与记录不符。',
  },
  not_possible: {
    en: 'There is no record from which it could be printed again.',
    'zh-CN': '没有可用于重新生成的记录。',
  },
}

const marks = { good: '✓', ask: '?', bad: '✗' } as const
const manners = { good: 'green', ask: 'yellow', bad: 'red' } as const

/** What was found out, as sentences. */
export function reportText(verified: Verified, language: Language, paint: Paint): string {
  const { file, verdict, findings, printedAgain, inStore } = verified
  const level = verdict === 'holds' ? 'good' : verdict === 'intact' ? 'ask' : 'bad'
  const line = (of: keyof typeof marks, text: LocalizedText) =>
    `  ${paint(manners[of], marks[of])} ${text[language]}`
  return [
    `${file}: ${paint(manners[level], verdicts[verdict][language])}`,
    ...[...findings, ...inStore].map(found => line(found.level, found.text)),
    ...(printedAgain === null ? [] : [line(printedAgain === 'same' ? 'good' : 'bad', printed[printedAgain])]),
  ].join('\n')
}
