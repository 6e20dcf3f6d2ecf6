import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import canonicalize from 'canonicalize'
import { unpacked } from '#main/interchange/zip/pack.ts'
import { type ZipSource, zipOf } from '#main/interchange/zip/write-zip.ts'
import type { QueryContext } from '#main/services/context.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import { notFound } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import type { Outgoing } from '#main/services/staging.ts'
import { revisionBytes, revisionsOf } from '#main/store/document-repository.ts'
import { type ExportRow, insertTaking } from '#main/store/export-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { localDateOf } from '#shared/core/civil-date.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { preparedOf } from './in-hand.ts'
import { exportOf, isSigned, manifestOf } from './summaries.ts'
import { trailPlace, trailScope } from './trail-notes.ts'

interface Taken {
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Sha256
}

/** Puts an export into one ZIP with its signed manifest. Throws `cannot_sign` while nobody signed it. */
export async function takeExport(id: string, context: QueryContext): Promise<Commit<Taken>> {
  const row = exportOf(id, context)
  refuseUnsigned(row, context)
  const zip = await zipBytes(row, context)
  const outgoing = outgoingOf(zip, nameOf(row, context))
  const { fileName, bytes, sha256 } = outgoing
  return writing => {
    refuseUnsigned(row, writing)
    const { db, audit, session, user, now } = writing
    const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
    insertTaking(db, { exportId: id, sha256, bytes, ...entered })
    audit({
      action: 'export.take',
      ...trailPlace(row.request, writing),
      newValue: { ...trailScope(manifestOf(row.documentId, writing)), fileName, bytes, sha256 },
      reason: row.why,
    })
    writing.afterCommit(() => hand(outgoing, session))
    return { fileName, bytes, sha256 }
  }
}

/** One ZIP is in hand at a time: each is held in the memory whole. */
function hand(outgoing: Outgoing, { staging }: QueryContext['session']): void {
  for (const [sha256, { fileName }] of staging.outgoing)
    if (fileName.endsWith('.zip')) staging.outgoing.delete(sha256)
  staging.outgoing.set(outgoing.sha256, outgoing)
}

function refuseUnsigned({ documentId }: ExportRow, context: QueryContext): void {
  if (!isSigned(documentId, context))
    throw new AppError({ code: 'cannot_sign', blockers: [{ code: 'manifest_not_signed', about: [] }] })
}

async function zipBytes({ id, documentId, enteredAt }: ExportRow, context: QueryContext): Promise<Buffer> {
  const { files } = preparedOf(context.session, id)
  const sources: ZipSource[] = [
    ...manifestFiles({ documentId }, context),
    ...files.map(file => ({ path: file.path, bytes: file.bytes, open: () => unpacked(file) })),
  ]
  return Buffer.concat(await zipOf(sources, localDateOf(enteredAt)).toArray())
}

/** The list as it was signed, and the same for machines. */
function manifestFiles({ documentId }: Pick<ExportRow, 'documentId'>, context: QueryContext): ZipSource[] {
  const { db } = context
  const revision = revisionsOf(db, [documentId]).at(-1)?.revision ?? 0
  const pdf = revisionBytes(db, documentId, revision)
  if (pdf === undefined) throw notFound('document', documentId)
  const json = canonicalize(manifestOf(documentId, context)) ?? ''
  return [bytesAt('manifest.pdf', pdf), bytesAt('manifest.json', Buffer.from(json))]
}

function bytesAt(path: string, content: Uint8Array): ZipSource {
  return { path, bytes: content.length, open: () => Readable.from([content], { objectMode: false }) }
}

function outgoingOf(zip: Buffer, fileName: string): Outgoing {
  return {
    fileName,
    bytes: zip.length,
    sha256: Sha256.parse(createHash('sha256').update(zip).digest('hex')),
    read: (offset, length) => zip.subarray(offset, offset + length),
    discard: () => undefined,
  }
}

function nameOf({ id, request, enteredAt }: ExportRow, { session }: QueryContext): string {
  const { number, training } = session.site
  const parts = [
    number,
    ...(training === true ? ['TRAINING'] : []),
    request.format,
    ...(request.protocolId === null ? [] : [request.protocolId]),
    localDateOf(enteredAt).replaceAll('-', ''),
    id.replaceAll('-', '').slice(-8),
  ]
  return `${parts.map(safePart).join('_')}.zip`
}
