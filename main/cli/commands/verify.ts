import { X509Certificate } from 'node:crypto'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { carriedHeads, headFindings } from '#shared/verify/trail-heads.ts'
import { command, jsonOption, languageOf, languageOption, UsageError } from '../command.ts'
import { contentOf } from '../given-files.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { paintFor, say, sayJson } from '../terminal.ts'
import { holds, reportText, type Verified, verifyFile, withoutRecord } from '../verification.ts'

/** Verifies signed PDFs and what was exported with a signed list; needs no store, and compares with one where it is given. Only files that hold altogether are no refusal. */
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
    ...storeOptions,
    store: {
      ...storeOptions.store,
      help: 'also ask this store whether its trail still holds what the files say of it',
    },
    json: jsonOption,
    lang: languageOption,
  },
  details: [
    'The certificate or its fingerprint comes from paper or from elsewhere, never from the file itself.',
    'Without either, a file can be found intact; it does not hold, because nothing says who signed.',
    'Of an exported ZIP or folder every file is compared with its signed list: missing, changed and added ones are named.',
    'Exit code 0 where every file holds. --render needs the version of Lobule that made the file.',
    'With --store, a file that knows an entry which the trail of that store has not, or has otherwise, is a refusal: an older store was put back.',
    passwordDetails('verify FILE'),
  ].join('\n'),

  async run({ values, operands }, terminal) {
    const { stdout, now } = terminal
    const language = languageOf(values.lang)
    const authority = await authorityOf(values.ca, values.fingerprint)
    const verified: Verified[] = []
    for (const file of operands) {
      verified.push(await verifyFile(file, { authority, render: values.render === true, now: now() }))
    }
    const compared =
      values.store === undefined
        ? verified
        : await withStore(values, terminal, ({ audit }) => besideTrail(verified, audit))
    if (values.json) sayJson(stdout, compared.map(withoutRecord))
    else say(stdout, compared.map(each => reportText(each, language, paintFor(stdout))).join('\n\n'))
    return compared.every(holds) ? 0 : 1
  },
})

async function besideTrail(
  verified: readonly Verified[],
  audit: Pick<Client<typeof contract>['audit'], 'holdsHead'>,
): Promise<Verified[]> {
  return Promise.all(
    verified.map(async each => {
      const carried = carriedHeads(each)
      if (carried === undefined) return each
      const { heads, ...whose } = carried
      const held = await audit.holdsHead({ ...whose, heads: [...heads] })
      return { ...each, inStore: headFindings(held) }
    }),
  )
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
