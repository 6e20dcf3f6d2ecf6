import { createPublicKey, verify } from 'node:crypto'
import { basename } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { CopySummary } from '#shared/api/exports.ts'
import { ExportedFile } from '#shared/core/exports/request.ts'
import { storeFiles } from '../files.ts'
import type { StoreKey } from '../store-key.ts'

const Described = z.strictObject({
  format: z.literal('lobule.copy/2'),
  storeId: z.string().min(1),
  summary: CopySummary,
  files: z.array(ExportedFile).min(1),
  /** Of the store's key: only whoever opens the store can make it, and compare it. */
  publicKey: z.base64(),
})
type Described = z.infer<typeof Described>

/** What a complete copy says of itself, beside what it is of; nothing of any patient. Signed by the store's key. */
export const CopyFile = Described.extend({ signature: z.base64() })
export type CopyFile = z.infer<typeof CopyFile>

/** The file in which a copy says what it is. */
export const CONTENT = 'copy.json'
const { database, keyring, attempts, securityLog, anchor } = storeFiles('.')
const NEEDED = [database, keyring].map(path => basename(path))

/** Every name that a copy may have in it. */
export const COPY_NAMES: readonly string[] = [
  CONTENT,
  ...[database, keyring, attempts, securityLog, anchor].map(path => basename(path)),
]

const PURPOSE = 'copy-signature'

/** The text of `copy.json`, signed. */
export function signedCopyFile(content: Omit<Described, 'format' | 'publicKey'>, key: StoreKey): string {
  const described: Described = { format: 'lobule.copy/2', ...content, publicKey: key.publicKey(PURPOSE) }
  const signature = key.sign(PURPOSE, signedText(described))
  return `${canonicalize({ ...described, signature })}\n`
}

/** Reads `copy.json`. Throws `invalid_file` where it is none, lists what no copy has, or was changed after it was signed. */
export function parseCopyFile(text: string): CopyFile {
  const copy = parsed(text)
  const listed = copy.files.map(({ path }) => path)
  const strange = listed.find(
    (path, at) => !COPY_NAMES.includes(path) || path === CONTENT || listed.indexOf(path) < at,
  )
  if (strange !== undefined) throw refusedCopy(strange, 'is no part of a copy')
  for (const needed of NEEDED) {
    if (!listed.includes(needed)) throw refusedCopy(needed, 'is missing; make the copy again')
  }
  if (!isSigned(copy))
    throw refusedCopy(CONTENT, 'was changed after it was written; carry the copy over again')
  return copy
}

/** Whether the store with this key made the copy. A store that was given another key since did not, by this. */
export function isMadeWith(key: StoreKey, { publicKey }: Pick<CopyFile, 'publicKey'>): boolean {
  return key.publicKey(PURPOSE) === publicKey
}

/** The refusal of a copy, at one of its parts. */
export function refusedCopy(path: string, message: string): AppError {
  return new AppError({ code: 'invalid_file', file: 'copy', issues: [{ path, message }] })
}

function parsed(text: string): CopyFile {
  try {
    return CopyFile.parse(JSON.parse(text))
  } catch (error) {
    const message = 'cannot be read; this is no complete copy, or one of a newer version'
    throw new AppError(refusedCopy(CONTENT, message).payload, { cause: error })
  }
}

function isSigned({ signature, ...described }: CopyFile): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(described.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(signedText(described)), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    // What is no key cannot have signed.
    return false
  }
}

function signedText(described: Described): string {
  return canonicalize(described) ?? ''
}
