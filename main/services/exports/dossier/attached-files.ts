import { extname } from 'node:path'
import type { ExportFile } from '#main/interchange/export-file.ts'
import type { QueryContext } from '#main/services/context.ts'
import { safePart } from '#main/services/documents/file-name.ts'
import { listCopies, withdrawalsOf } from '#main/store/certified-copy-repository.ts'
import { importsBringing } from '#main/store/export-repository.ts'
import { fileParts, findFile } from '#main/store/file-repository.ts'
import { filesOfImports, type ImportRecord, listImports } from '#main/store/import-repository.ts'
import type { PatientId, Sha256 } from '#shared/core/ids.ts'
import type { Scope } from '../scope.ts'
import { patientNames } from './patient-names.ts'

/** A certified copy or an original of an import; `file` is absent for what names patients outside the scope. */
export interface AttachedFile {
  readonly kind: 'certified_copy' | 'import'
  readonly screeningNumber: string | null
  readonly title: string
  /** When it was certified or taken in. */
  readonly at: string
  readonly sha256: Sha256
  readonly file?: ExportFile
}

/** The certified copies of these patients, and the files that values of theirs were imported from. */
export function attachedFiles(scope: Scope, context: QueryContext): AttachedFile[] {
  return [...copies(scope, context), ...originals(scope, context)]
}

function copies({ patients }: Scope, context: QueryContext): AttachedFile[] {
  const names = patientNames(patients)
  return patients.flatMap(({ id: patientId, screeningNumber }) => {
    const kept = listCopies(context.db, patientId)
    const withdrawn = withdrawalsOf(
      context.db,
      kept.map(({ id }) => id),
    )
    return kept.toReversed().map(({ title, enteredAt, sha256, name, id }): AttachedFile => {
      const about = { kind: 'certified_copy', screeningNumber, at: enteredAt, sha256 } as const
      // It may be the report of somebody else.
      if (withdrawn.has(id)) return { ...about, title: id.slice(-8) }
      const path = `certified-copies/${names.get(patientId)}/${safePart(id.slice(-8))}_${named(name)}`
      const file = keptFile(path, sha256, context)
      return { ...about, title, file }
    })
  })
}

function originals({ request, patients }: Scope, context: QueryContext): AttachedFile[] {
  const { db } = context
  const isWhole = request.patients === null && request.protocolId === null
  const wanted = new Set(patients.map(({ id }) => id))
  const whose = importsBringing(db)
  const files = Map.groupBy(filesOfImports(db), ({ importId }) => importId)
  return listImports(db)
    .toReversed()
    .filter(({ id }) => isWhole || (whose.get(id) ?? []).some(patient => wanted.has(patient)))
    .flatMap(({ id, enteredAt, counts }) => {
      const isOurs = hasBroughtAll(counts) && areAmong(whose.get(id) ?? [], wanted)
      return (files.get(id) ?? []).map(({ name, sha256, place }): AttachedFile => {
        const about = { kind: 'import', screeningNumber: null, at: enteredAt, sha256 } as const
        // What a file is called may name the others.
        if (!isWhole && !isOurs) return { ...about, title: id.slice(-8) }
        const path = `imports/${safePart(id.slice(-8))}/${place + 1}_${named(name)}`
        return { ...about, title: name, file: keptFile(path, sha256, context) }
      })
    })
}

/** A row that brought nothing, because it was refused, ignored, left or here already, may be anybody's. */
function hasBroughtAll({ refused, ignored, same, left }: ImportRecord['counts']): boolean {
  return refused + ignored + same + left === 0
}

function areAmong(some: readonly PatientId[], wanted: ReadonlySet<PatientId>): boolean {
  return some.every(id => wanted.has(id))
}

function keptFile(path: string, sha256: Sha256, { db }: QueryContext): ExportFile {
  const mediaType = findFile(db, sha256)?.mediaType ?? 'application/octet-stream'
  return { path, mediaType, chunks: { [Symbol.iterator]: () => fileParts(db, sha256) } }
}

/** A name that is safe on every system, with its ending. */
function named(name: string): string {
  const ending = extname(name)
  const stem = safePart(name.slice(0, name.length - ending.length))
  return ending === '' ? stem : `${stem}.${safePart(ending.slice(1))}`
}
