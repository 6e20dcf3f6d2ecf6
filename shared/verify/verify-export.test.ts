import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { authorityOf } from '#test/support/signed-document.ts'
import {
  EXPORTED,
  givenFolder,
  signedExport,
  verifiedZip as verified,
  verifierTools,
  zipped,
} from '#test/support/signed-export.ts'
import { type SigningSite, signingSite } from '#test/support/signing-site.ts'
import { ArchiveUnreadable, readArchive } from './export/archive.ts'
import { type FilesOptions, verifyFiles } from './verify-files.ts'

// A document is drawn and signed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Files = Record<string, string | Uint8Array>

let site: SigningSite
let files: Files

beforeAll(async () => {
  site = await signingSite()
  files = await signedExport(site)
})

const options = (): FilesOptions => ({
  ...{ ...verifierTools, now: new Date('2026-11-24T12:00:00Z'), authority: authorityOf(site) },
})
const verifiedFolder = (given: Files, below = '') => verifyFiles(givenFolder(given, below), options())
const verifiedZip = (zip: Uint8Array) => verified(zip, options())
const codes = ({ findings }: Awaited<ReturnType<typeof verifiedFolder>>) => findings.map(({ code }) => code)

describe('an exported folder', () => {
  it.each(['', 'from the site/'])('holds as it was signed, wherever it lies (%j)', async below => {
    const report = await verifiedFolder(files, below)
    expect(report.verdict).toBe('holds')
    expect(codes(report)).toContain('files_complete')
  })

  it('is intact without a certificate from elsewhere, and says that nobody is confirmed', async () => {
    const report = await verifyFiles(givenFolder(files), { ...options(), authority: undefined })
    expect(report.verdict).toBe('intact')
  })

  it.each([
    ['missing', ({ 'wide.csv': _gone, ...rest }: Files) => rest, 'file_missing', 'wide.csv'],
    [
      'changed',
      (all: Files) => ({ ...all, 'wide.csv': 'number,value\r\nTR-001,13\r\n' }),
      'file_changed',
      'wide.csv',
    ],
    ['added', (all: Files) => ({ ...all, 'notes/more.csv': 'x' }), 'file_extra', 'notes/more.csv'],
    [
      'renamed',
      ({ 'wide.csv': it, ...rest }: Files) => ({ ...rest, 'wide2.csv': it ?? '' }),
      'file_extra',
      'wide2.csv',
    ],
    [
      'another content for machines',
      (all: Files) => ({ ...all, 'manifest.json': '{}' }),
      'content_differs',
      'manifest.json',
    ],
  ] as const)('does not hold with a file that is %s, and names it', async (_what, change, code, path) => {
    const report = await verifiedFolder(change(files))
    expect(report.verdict).toBe('fails')
    const found = report.findings.find(finding => finding.code === code)
    expect(found?.text.en).toContain(path)
    expect(found?.text['zh-CN']).toContain(path)
  })

  it('still holds where an operating system put a file of its own, and names that', async () => {
    const report = await verifiedFolder({ ...files, 'notes/.DS_Store': 'x' })
    expect(report.verdict).toBe('holds')
    expect(codes(report)).toContain('file_of_system')
    const complete = report.findings.find(({ code }) => code === 'files_complete')
    expect(complete?.text.en).not.toContain('no other')
  })

  it('does not hold with a file in the folder of an operating system that is none of its own', async () => {
    const report = await verifiedFolder({ ...files, '__MACOSX/addendum.html': 'x' })
    expect(report.verdict).toBe('fails')
    expect(codes(report)).toContain('file_extra')
  })

  it('does not hold with a content for machines that has a field twice, of which some read the first', async () => {
    const json = String(files['manifest.json']).replace('{', '{"pseudonymised":false,')
    expect(codes(await verifiedFolder({ ...files, 'manifest.json': json }))).toContain('content_differs')
  })

  it('does not hold under a list whose text was changed after it was signed', async () => {
    const pdf = Buffer.from(files['manifest.pdf'] ?? '')
    pdf[pdf.length >> 1] = (pdf[pdf.length >> 1] ?? 0) ^ 1
    expect((await verifiedFolder({ ...files, 'manifest.pdf': pdf })).verdict).toBe('fails')
  })

  it('does not hold without its list', async () => {
    const { 'manifest.pdf': _gone, ...rest } = files
    expect(codes(await verifiedFolder(rest))).toEqual(['manifest_missing'])
  })

  it('of another site is not confirmed by the certificate of this one', async () => {
    const other = await signedExport(await signingSite())
    expect(codes(await verifiedFolder(other))).toContain('signer_unknown')
  })
})

describe('an exported ZIP', () => {
  it('holds as it was signed', async () => {
    expect((await verifiedZip(await zipped(files))).verdict).toBe('holds')
  })

  it.each([
    ['leads out of its folder', 'notes/README.txt', '../es/README.txt'],
    ['is absolute', 'notes/README.txt', '/otes/README.txt'],
    ['names a drive', 'notes/README.txt', 'c:tes/README.txt'],
    ['has backslashes', 'notes/README.txt', 'notes\\README.txt'],
  ])('with a name that %s is not read at all', async (_what, name, trick) => {
    const zip = replaced(await zipped(files), name, trick)
    const report = await verifiedZip(zip)
    expect(codes(report)).toEqual(['archive_unreadable'])
    expect(report.findings[0]?.text.en).toContain('lead out of the folder')
  })

  it.each(['wide.csv', 'Wide.CSV'])(
    'with two files that some system takes for one (%s) is not read',
    async name => {
      const zip = replaced(await zipped({ ...EXPORTED, 'copy.csv': 'x' }), 'copy.csv', name)
      expect(() => readArchive(zip, verifierTools.inflateRaw)).toThrow(ArchiveUnreadable)
    },
  )

  it.each(['its beginning', 'its end'])(
    'with a file at %s that its list does not name is not read',
    async where => {
      const zip = await zipped(files)
      const hidden = await zipped({ 'added.html': 'x'.repeat(100) })
      const local = hidden.subarray(0, hidden.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')))
      const report = await verifiedZip(withHidden(zip, local, where === 'its beginning'))
      expect(codes(report)).toEqual(['archive_unreadable'])
    },
  )

  it('that says less than it holds is not unpacked beyond what it says', async () => {
    const zip = await zipped({ bomb: '0'.repeat(5_000_000) })
    const central = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt32LE(100, central + 24)
    const [bomb] = readArchive(zip, verifierTools.inflateRaw)
    await expect(bomb?.read()).rejects.toThrow(ArchiveUnreadable)
  })

  it('torn or altered anywhere is refused or does not hold, and never breaks the verifier', async () => {
    const zip = await zipped(files)
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isTorn) => {
        const hostile = isTorn ? zip.subarray(0, at) : Buffer.from(zip)
        if (!isTorn) hostile[at] = byte
        const report = await verifiedZip(hostile)
        if (isTorn) expect(report.verdict).toBe('fails')
      }),
      { numRuns: 150 },
    )
  })

  it('whose bytes are anything at all is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
        const report = await verifiedZip(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes]))
        expect(report.verdict).toBe('fails')
      }),
    )
  })
})

/** The same ZIP with bytes before its first file or behind its last, and its list as if they were not there. */
function withHidden(zip: Buffer, bytes: Buffer, isFirst: boolean): Buffer {
  const end = zip.length - 22
  const start = zip.readUInt32LE(end + 16)
  const directory = Buffer.from(zip.subarray(start))
  directory.writeUInt32LE(start + bytes.length, directory.length - 6)
  if (!isFirst) return Buffer.concat([zip.subarray(0, start), bytes, directory])
  for (let at = 0; at < directory.length - 22; ) {
    directory.writeUInt32LE(directory.readUInt32LE(at + 42) + bytes.length, at + 42)
    at += 46 + [28, 30, 32].reduce((sum, offset) => sum + directory.readUInt16LE(at + offset), 0)
  }
  return Buffer.concat([bytes, zip.subarray(0, start), directory])
}

/** The same ZIP with one name written over, in both places where it stands. */
function replaced(zip: Buffer, name: string, by: string): Buffer {
  const changed = Buffer.from(zip.toString('latin1').replaceAll(name, by), 'latin1')
  if (changed.equals(zip)) throw new Error('the name is not there')
  return changed
}
