import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import type { StagedFile, Staging } from '#main/services/staging.ts'
import type { imports } from '#shared/api/imports.ts'
import { Sha256 } from '#shared/core/ids.ts'

type Part = z.output<typeof imports.upload.input>
type Answer = z.input<typeof imports.upload.output>

/** Takes the next part of a file; from offset 0 it begins anew. The bytes stay in memory and go with the session. */
export function takePart({ id, name, part, offset, total }: Part, { session }: QueryContext): Answer {
  const { staging } = session
  if (offset === 0) begin({ id, name, total }, staging)
  const arriving = staging.arriving.get(id)
  if (arriving === undefined || arriving.received !== offset || arriving.bytes.length !== total)
    throw invalid('offset', 'does not follow what has arrived; begin again with offset 0')
  const bytes = Buffer.from(part, 'base64')
  if (bytes.length === 0) throw invalid('part', 'must not be empty')
  if (offset + bytes.length > total) throw invalid('part', 'reaches past the end of the file')
  arriving.bytes.set(bytes, offset)
  arriving.received += bytes.length
  if (arriving.received < total) return { received: arriving.received, upload: null }
  staging.arriving.delete(id)
  const upload = {
    ...{ id, name: arriving.name, bytes: arriving.bytes },
    sha256: Sha256.parse(hash('sha256', arriving.bytes, 'hex')),
  }
  staging.uploads.set(id, upload)
  return { received: total, upload: { ...upload, bytes: total } }
}

/** Control and half characters, and what parts a path: a name is shown, and stands in the source of facts. */
const NOT_OF_A_NAME = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]/u

function begin({ id, name, total }: Pick<Part, 'id' | 'name' | 'total'>, staging: Staging): void {
  if (NOT_OF_A_NAME.test(name)) throw invalid('name', 'is not a file name; give it without folders')
  staging.arriving.delete(id)
  staging.uploads.delete(id)
  staging.makeRoom(total)
  staging.arriving.set(id, { name, bytes: new Uint8Array(total), received: 0 })
}

/** Forgets files that were handed over, and all that was found out about them. */
export function discardUploads(ids: readonly string[], staging: Staging): void {
  for (const id of ids) {
    staging.uploads.delete(id)
    staging.arriving.delete(id)
  }
}

/** A file that was handed over in this session. Throws `not_found`. */
export function uploadOf(id: string, { session }: Pick<QueryContext, 'session'>): StagedFile {
  const upload = session.staging.uploads.get(id)
  if (upload === undefined) throw notFound('file', id)
  return upload
}
