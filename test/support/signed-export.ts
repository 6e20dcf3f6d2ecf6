import { hash, webcrypto } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { inflate, inflateRaw } from 'node:zlib'
import canonicalize from 'canonicalize'
import { shippedFonts } from '#main/documents/fonts.ts'
import { renderDocument } from '#main/documents/render.ts'
import { zipOf } from '#main/interchange/zip/write-zip.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { DocumentId, PatientId, Sha256 } from '#shared/core/ids.ts'
import type { GivenFile } from '#shared/verify/export/archive.ts'
import { type FilesOptions, verifyFiles } from '#shared/verify/verify-files.ts'
import { authorityOf, signFile } from './signed-document.ts'
import { headerAt, SIGNED_AT, type SigningSite } from './signing-site.ts'

/** What an invented site exports: two files, as they would lie in a folder. */
export const EXPORTED: Readonly<Record<string, string>> = {
  'wide.csv': 'number,value\r\nTR-001,12\r\n',
  'notes/README.txt': '如何验证 How to verify\r\n',
}

/** The signed list of these files, as the content of a manifest has it. */
export function manifestOver(files: Readonly<Record<string, string | Uint8Array>>): ExportManifest {
  return {
    kind: 'export_manifest',
    ...{ export: 'export-1', format: 'csv', why: '申办方数据核查 data check', pseudonymised: true },
    patients: [{ id: PatientId.parse('patient-1'), screeningNumber: 'TR-001' }],
    protocolId: null,
    counts: { subjects: 1, facts: 12, documents: 0 },
    files: Object.entries(files).map(([path, content]) => ({
      ...{ path, bytes: Buffer.byteLength(content), sha256: Sha256.parse(hash('sha256', content)) },
    })),
    trail: { seq: 41, hash: Sha256.parse('ab'.repeat(32)) },
  }
}

/** The payload of such a list. */
export function manifestPayload(content: ExportManifest, authority: Sha256 | null = null): DocumentPayload {
  return {
    schema: 'lobule.document/1',
    ...{ id: DocumentId.parse('d-export-1'), language: 'bilingual', content, authority },
    createdAt: SIGNED_AT,
    createdBy: { fullName: '林晓', role: 'sub_investigator' },
    site: { name: '示范医院 Training Hospital', number: '001', timeZone: 'Asia/Shanghai' },
    training: true,
    application: { version: '0.1.0', build: null },
  }
}

/** A folder that an investigator of the site signed for: its files and its list. */
export async function signedExport(
  site: SigningSite,
  files: Readonly<Record<string, string | Uint8Array>> = EXPORTED,
): Promise<Record<string, string | Uint8Array>> {
  const content = manifestOver(files)
  const rendered = await renderDocument(manifestPayload(content, authorityOf(site)), {
    fonts: shippedFonts(),
  })
  const header = headerAt(site, { meaning: 'authorship' })
  const pdf = await signFile(rendered.pdf, site, {
    rendered,
    signer: site.investigator,
    header,
    isFirst: true,
  })
  return { ...files, 'manifest.pdf': pdf, 'manifest.json': canonicalize(content) ?? '' }
}

/** The same as a verifier is given it. */
export function givenFolder(files: Readonly<Record<string, string | Uint8Array>>, below = ''): GivenFile[] {
  return Object.entries(files).map(([path, content]) => ({
    path: `${below}${path}`,
    read: async () => new Uint8Array(Buffer.from(content)),
  }))
}

/** The same in one ZIP. */
export async function zipped(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const sources = Object.entries(files).map(([path, content]) => ({
    ...{ path, bytes: Buffer.byteLength(content) },
    open: () => Readable.from([Buffer.from(content)], { objectMode: false }),
  }))
  return Buffer.concat(await zipOf(sources, CivilDate.parse('2026-11-20')).toArray())
}

/** What a verifier that runs in Node needs. */
export const verifierTools = {
  subtle: webcrypto.subtle,
  inflate: unpackWith(inflate),
  inflateRaw: unpackWith(inflateRaw),
}

/** Verifies a ZIP as a stranger with Node would. */
export function verifiedZip(zip: Uint8Array, options: Pick<FilesOptions, 'now' | 'authority'>) {
  return verifyFiles([{ path: 'export.zip', read: async () => zip }], { ...verifierTools, ...options })
}

function unpackWith(unpack: typeof inflate): FilesOptions['inflate'] {
  const unpacked = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(unpack)
  return (bytes, most) => unpacked(bytes, { maxOutputLength: Math.max(1, most) })
}
