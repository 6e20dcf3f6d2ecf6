import { webcrypto, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { renderDocument, shippedFonts } from '#main/engine/host-tools.ts'
import { AppError } from '#shared/api/errors.ts'
import { DocumentPayload } from '#shared/core/documents/payload.ts'
import { Sha256 } from '#shared/core/ids.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { type PdfReport, verifyPdf } from '#shared/verify/verify-pdf.ts'
import { command, jsonOption, languageOf, languageOption, UsageError } from '../command.ts'
import { type Paint, paintFor, say, sayJson } from '../terminal.ts'

/** Whether printing the attached record again gives the same bytes; null where that was not asked for. */
type Printed = 'same' | 'differs' | 'not_possible' | null
type Verified = PdfReport & { readonly file: string; readonly printedAgain: Printed }

/** Verifies signed PDFs; needs no store. Only files that hold altogether are no refusal. */
export const verifyCommand = command({
  name: 'verify',
  summary: 'Verify signed PDFs: unchanged, by whom, and whether the site is the one expected.',
  operands: ['FILE…'],
  options: {
    ca: { type: 'string', value: 'CERT', help: "the site's certificate, PEM or DER" },
    fingerprint: {
      type: 'string',
      value: 'HEX',
      help: "the fingerprint of the site's certificate, as on paper (SHA-256; spaces do not matter)",
    },
    render: { type: 'boolean', help: 'print the attached record again and compare the bytes' },
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    'The certificate or its fingerprint comes from paper or from elsewhere, never from the file itself.',
    'Without either, a file can be found intact; it does not hold, because nothing says who signed.',
    'Exit code 0 where every file holds. --render needs the version of Lobule that made the file.',
  ].join('\n'),

  async run({ values, operands }, { stdout, now }) {
    const language = languageOf(values.lang)
    const authority = await authorityOf(values.ca, values.fingerprint)
    const verified: Verified[] = []
    for (const file of operands) {
      const bytes = new Uint8Array(await contentOf(file))
      const { subtle } = webcrypto
      const report = await verifyPdf(bytes, { subtle, inflate: unpack, now: now(), authority })
      verified.push({ file, ...report, printedAgain: values.render ? await printAgain(bytes, report) : null })
    }
    if (values.json) sayJson(stdout, verified.map(withoutRecord))
    else say(stdout, verified.map(each => reportText(each, language, paintFor(stdout))).join('\n\n'))
    return verified.every(holds) ? 0 : 1
  },
})

function holds({ verdict, printedAgain }: Verified): boolean {
  return verdict === 'holds' && (printedAgain === null || printedAgain === 'same')
}

/** The record is the patient's: a machine that wants it takes it from the file. */
function withoutRecord({ record, ...report }: Verified) {
  return { ...report, record: record && { sha256: record.sha256 } }
}

const inflated = promisify(inflate)

function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  return inflated(bytes, { maxOutputLength: most })
}

async function authorityOf(certificate: string | undefined, fingerprint: string | undefined) {
  if (certificate !== undefined && fingerprint !== undefined) {
    throw new UsageError('--ca or --fingerprint, not both')
  }
  if (certificate !== undefined) return derOf(certificate)
  if (fingerprint === undefined) return undefined
  const read = Sha256.safeParse(fingerprint.replace(/[\s:-]/g, '').toLowerCase())
  if (read.success) return read.data
  throw new UsageError('--fingerprint: 64 hexadecimal digits, spaces or colons between them')
}

async function derOf(file: string): Promise<Uint8Array> {
  const content = await contentOf(file)
  try {
    return new Uint8Array(new X509Certificate(content).raw)
  } catch (error) {
    throw new UsageError(`--ca: ${file} is no certificate in PEM or DER`, { cause: error })
  }
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new AppError({ code: 'not_found', entity: 'file', id: file }, { cause: error })
  }
}

async function printAgain(bytes: Uint8Array, { record }: PdfReport): Promise<Printed> {
  if (record === null) return 'not_possible'
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

function reportText(verified: Verified, language: Language, paint: Paint): string {
  const { file, verdict, findings, printedAgain } = verified
  const level = verdict === 'holds' ? 'good' : verdict === 'intact' ? 'ask' : 'bad'
  const line = (of: keyof typeof marks, text: LocalizedText) =>
    `  ${paint(manners[of], marks[of])} ${text[language]}`
  return [
    `${file}: ${paint(manners[level], verdicts[verdict][language])}`,
    ...findings.map(found => line(found.level, found.text)),
    ...(printedAgain === null ? [] : [line(printedAgain === 'same' ? 'good' : 'bad', printed[printedAgain])]),
  ].join('\n')
}
