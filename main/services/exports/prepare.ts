import { posix } from 'node:path'
import type { z } from 'zod'
import { type PackedFile, packFile } from '#main/interchange/zip/pack.ts'
import type { Job } from '#main/jobs/jobs.ts'
import type { QueryContext } from '#main/services/context.ts'
import { makeDocument } from '#main/services/documents/make.ts'
import { invalid } from '#main/services/failures.ts'
import type { Commit } from '#main/services/handlers.ts'
import { trailHead } from '#main/store/audit-trail.ts'
import { changeMark } from '#main/store/chart-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { ExportSummary, exports } from '#shared/api/exports.ts'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import { DocumentId, Sha256 } from '#shared/core/ids.ts'
import { nameKey } from '#shared/verify/export/paths.ts'
import { countsOf } from './counts.ts'
import { filesOf } from './files-of.ts'
import { makeRoomFor } from './in-hand.ts'
import { type Draft, keepExport } from './keep.ts'
import { type Scope, scopeOf } from './scope.ts'
import { siteDataOf } from './site-data.ts'

type Input = z.output<typeof exports.prepare.input>

/** Writes an export into the memory and prints its manifest; kept only if nothing changed in the store meanwhile. */
export function prepareExport(input: Input, context: QueryContext): Promise<Commit<ExportSummary>> {
  return context.jobs.run(input.job, async job => {
    const { db, session, now, newId } = context
    const at = now()
    const mark = changeMark(db)
    const scope = scopeOf(input.request, context)
    if (scope.patients.length === 0) throw invalid('request.patients', 'nobody is in what was asked for')
    const counts = await countsOf(scope, context, (done, total) => job.step('collecting', done, total))
    const files = await writeFiles(scope, { context, job, at })
    makeRoomFor(session, files)
    const id = newId()
    const manifest = manifestOf({ id, input, scope, counts, files, context })
    const draft = { id: DocumentId.parse(newId()), language: input.language, content: manifest, at }
    const { protocolId } = input.request
    const made = await makeDocument(
      draft,
      { patientId: onlyOne(scope), protocolId, signatureId: null },
      context,
    )
    const prepared: Draft = { id, request: input.request, why: input.why, at, manifest, made, files }
    return writing => {
      if (changeMark(writing.db) !== mark) throw new AppError({ code: 'changed_since_shown' })
      return keepExport(prepared, writing)
    }
  })
}

/** An export of one patient is kept with that patient. */
function onlyOne({ request, patients }: Scope) {
  return request.patients?.length === 1 ? (patients[0]?.id ?? null) : null
}

interface Writing {
  readonly context: QueryContext
  readonly job: Job
  readonly at: Date
}

async function writeFiles(scope: Scope, { context, job, at }: Writing): Promise<PackedFile[]> {
  const data = siteDataOf(scope, context, at)
  let read = 0
  const counted = {
    ...data,
    *subjects() {
      read = 0
      for (const subject of data.subjects()) {
        read += 1
        yield subject
      }
    },
  }
  const packed: PackedFile[] = []
  const freePath = freePaths()
  for (const file of await filesOf(scope, counted, context)) {
    const placed = { ...file, path: freePath(file.path) }
    packed.push(await packFile(placed, () => job.step('writing', read, data.count)))
    await job.step('writing', read, data.count)
  }
  return packed
}

/** Two screening numbers may differ in what no file's name can have: the second gets a number of its own. */
function freePaths(): (path: string) => string {
  const taken = new Set<string>()
  return path => {
    const { dir, name, ext } = posix.parse(path)
    let free = path
    for (let number = 2; taken.has(nameKey(free)); number += 1)
      free = posix.join(dir, `${name}_${number}${ext}`)
    taken.add(nameKey(free))
    return free
  }
}

interface Listed {
  readonly id: string
  readonly input: Input
  readonly scope: Scope
  readonly counts: ExportManifest['counts']
  readonly files: readonly PackedFile[]
  readonly context: QueryContext
}

function manifestOf({ id, input, scope, counts, files, context }: Listed): ExportManifest {
  const { format, pseudonymised, patients, protocolId } = input.request
  const head = trailHead(context.db)
  // A store begins with its first entries.
  if (head === undefined) throw new AppError({ code: 'store_damaged', part: 'database' })
  const { subjects, facts, documents } = counts
  return {
    kind: 'export_manifest',
    ...{ export: id, format, why: input.why, pseudonymised, protocolId },
    patients:
      patients &&
      scope.patients.map(patient => ({ id: patient.id, screeningNumber: patient.screeningNumber })),
    counts: { subjects, facts, documents },
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    trail: { seq: head.seq, hash: Sha256.parse(head.hash) },
  }
}
