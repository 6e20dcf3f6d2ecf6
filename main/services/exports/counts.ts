import type { QueryContext } from '#main/services/context.ts'
import { uncheckedVersions } from '#main/store/export-repository.ts'
import { deviationTexts } from './deviation-texts.ts'
import { signedDocuments } from './dossier/signed-documents.ts'
import { freeTextsIn } from './pseudonym.ts'
import type { Scope } from './scope.ts'
import { withinProtocol } from './subject-data.ts'

/** What an export would hold. */
export interface ExportCounts {
  readonly subjects: number
  /** As charted now, without what was retracted. */
  readonly facts: number
  readonly documents: number
  /** Texts in people's own words, every version of them. */
  readonly freeTexts: number
}

/** Called between two patients, so that others are heard. */
type Pause = (done: number, total: number) => Promise<void>

export async function countsOf(
  scope: Scope,
  context: QueryContext,
  pause: Pause = async () => undefined,
): Promise<ExportCounts> {
  const { request, patients } = scope
  let facts = 0
  let freeTexts = deviationTexts(scope, context)
  for (const [index, patient] of patients.entries()) {
    const versions = withinProtocol(uncheckedVersions(context.db, patient.id), request.protocolId)
    const latest = new Map(versions.map(({ id, content }) => [id, content]))
    facts += [...latest.values()].filter(content => content !== null).length
    freeTexts += versions.reduce((sum, { content, reason }) => sum + freeTextsIn({ content, reason }), 0)
    await pause(index + 1, patients.length)
  }
  const documents = request.format === 'dossier' ? signedDocuments(scope, context).length : 0
  return { subjects: patients.length, facts, documents, freeTexts }
}
