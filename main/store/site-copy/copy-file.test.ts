import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { StoreKey } from '../store-key.ts'
import { isMadeWith, parseCopyFile, signedCopyFile } from './copy-file.ts'

const hash = Sha256.parse('a'.repeat(64))
const CONTENT = {
  storeId: 'store-1',
  summary: {
    site: { name: 'Training hospital', number: '01', training: false },
    madeAt: OffsetDateTime.parse('2026-11-22T10:00:00.000+08:00'),
    application: '0.1.0',
    purpose: 'backup',
    schema: 100,
    trail: { entries: 7, hash },
    tables: { patients: 1 },
  },
  files: ['lobule.db', 'keyring.json'].map(path => ({ path, bytes: 1, sha256: hash })),
} as const
type Content = Parameters<typeof signedCopyFile>[0]
const content = (): Content => ({ ...CONTENT, files: [...CONTENT.files] })

const refusal = (text: string) => {
  try {
    parseCopyFile(text)
    return undefined
  } catch (error) {
    return (error as { payload?: { code: string } }).payload?.code
  }
}

describe('what a copy says of itself', () => {
  it('is signed by the store, whoever reads it, and known by the store as its own', () => {
    const key = StoreKey.generate()
    const copy = parseCopyFile(signedCopyFile(content(), key))
    expect(copy).toMatchObject(CONTENT)
    expect(isMadeWith(key, copy)).toBe(true)
    expect(isMadeWith(key.copy(), copy)).toBe(true)
    expect(isMadeWith(StoreKey.generate(), copy)).toBe(false)
  })

  it.each([
    ['another head of the trail', '"entries":7', '"entries":8'],
    ['another time', 'T10:00', 'T11:00'],
    ['another store', 'store-1', 'store-2'],
    ['another hash of a part', 'aaaa"', 'aaab"'],
    ['another purpose', '"purpose":"backup"', '"purpose":"copy"'],
  ])('with %s is refused', (_what, from, to) => {
    const text = signedCopyFile(content(), StoreKey.generate())
    expect(text).toContain(from)
    expect(refusal(text.replace(from, to))).toBe('invalid_file')
  })

  it('is refused with the public key of another store, with a part that no copy has, or without one that each has', () => {
    const [one, other] = [StoreKey.generate(), StoreKey.generate()]
    const { publicKey } = parseCopyFile(signedCopyFile(content(), other))
    const text = signedCopyFile(content(), one)
    expect(refusal(text.replace(parseCopyFile(text).publicKey, publicKey))).toBe('invalid_file')
    const files = content().files
    const strange = [...files, { path: 'evil.sh', bytes: 1, sha256: hash }]
    expect(refusal(signedCopyFile({ ...content(), files: strange }, one))).toBe('invalid_file')
    expect(refusal(signedCopyFile({ ...content(), files: files.slice(0, 1) }, one))).toBe('invalid_file')
    expect(refusal('')).toBe('invalid_file')
  })
})
