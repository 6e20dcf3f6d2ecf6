import { readFile } from 'node:fs/promises'
import type { ExportFile } from '#main/interchange/export-file.ts'
import { fhirFiles } from '#main/interchange/fhir/fhir-files.ts'
import { odmFiles } from '#main/interchange/odm/odm-files.ts'
import { sdtmFiles } from '#main/interchange/sdtm/sdtm-files.ts'
import type { SiteData } from '#main/interchange/site-data.ts'
import { wideLongFiles } from '#main/interchange/wide-long/wide-long-files.ts'
import type { QueryContext } from '#main/services/context.ts'
import type { ExportFormat } from '#shared/core/exports/request.ts'
import { dossierFiles } from './dossier/dossier-files.ts'
import { readme } from './readme-words.ts'
import type { Scope } from './scope.ts'

/** The page that verifies, beside what it verifies. */
const VERIFIER = 'lobule-verifier.html'

const writers: Readonly<Record<Exclude<ExportFormat, 'dossier'>, (data: SiteData) => Iterable<ExportFile>>> =
  {
    odm: odmFiles,
    sdtm: sdtmFiles,
    fhir: fhirFiles,
    csv: wideLongFiles,
  }

/** Everything that an export holds but its manifest. */
export async function filesOf(
  scope: Scope,
  data: SiteData,
  context: QueryContext,
): Promise<Iterable<ExportFile>> {
  const { format } = scope.request
  const page = await verifierPage(context)
  return (function* () {
    yield* format === 'dossier' ? dossierFiles(scope, data, context) : writers[format](data)
    if (page !== undefined) yield { path: VERIFIER, mediaType: 'text/html', chunks: [page] }
    yield { path: 'README.txt', mediaType: 'text/plain', chunks: [readme(data)] }
  })()
}

/** Nothing where it was not built: the data are worth having all the same. */
async function verifierPage({ documents }: Pick<QueryContext, 'documents'>): Promise<Buffer | undefined> {
  try {
    return await readFile(documents.verifierPage)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
