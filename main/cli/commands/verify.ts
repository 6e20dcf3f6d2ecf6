import { X509Certificate } from 'node:crypto'
import { Sha256 } from '#shared/core/ids.ts'
import { command, jsonOption, languageOf, languageOption, UsageError } from '../command.ts'
import { contentOf } from '../given-files.ts'
import { paintFor, say, sayJson } from '../terminal.ts'
import { holds, reportText, type Verified, verifyFile, withoutRecord } from '../verification.ts'

/** Verifies signed PDFs and what was exported with a signed list; needs no store. Only files that hold altogether are no refusal. */
export const verifyCommand = command({
  name: 'verify',
  summary:
    'Verify signed PDFs, and exported ZIPs or folders: unchanged, whole, by whom, and whether the site is the one expected.',
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
    'Of an exported ZIP or folder every file is compared with its signed list: missing, changed and added ones are named.',
    'Exit code 0 where every file holds. --render needs the version of Lobule that made the file.',
  ].join('\n'),

  async run({ values, operands }, { stdout, now }) {
    const language = languageOf(values.lang)
    const authority = await authorityOf(values.ca, values.fingerprint)
    const verified: Verified[] = []
    for (const file of operands) {
      verified.push(await verifyFile(file, { authority, render: values.render === true, now: now() }))
    }
    if (values.json) sayJson(stdout, verified.map(withoutRecord))
    else say(stdout, verified.map(each => reportText(each, language, paintFor(stdout))).join('\n\n'))
    return verified.every(holds) ? 0 : 1
  },
})

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
