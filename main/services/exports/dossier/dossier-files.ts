import type { ExportFile } from '#main/interchange/export-file.ts'
import type { SiteData } from '#main/interchange/site-data.ts'
import type { QueryContext } from '#main/services/context.ts'
import type { Scope } from '../scope.ts'
import { attachedFiles } from './attached-files.ts'
import { deviationsFile } from './deviations-file.ts'
import { indexFile } from './index-file.ts'
import { signedDocuments } from './signed-documents.ts'
import { trailFiles } from './trail-files.ts'

/** What an inspector asks for, of one patient or of the site: an index, signed documents, trail, deviations, originals. */
export function* dossierFiles(scope: Scope, data: SiteData, context: QueryContext): Iterable<ExportFile> {
  const documents = signedDocuments(scope, context)
  const attached = attachedFiles(scope, context)
  yield indexFile({ scope, data, documents, attached })
  for (const { file } of documents) yield file
  yield* trailFiles(scope, context)
  yield deviationsFile(scope, context)
  for (const { file } of attached) if (file !== undefined) yield file
}
