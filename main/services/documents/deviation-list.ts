import type { QueryContext } from '#main/services/context.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { AppError } from '#shared/api/errors.ts'
import type { DeviationList } from '#shared/core/documents/deviation-list.ts'

type Request = Extract<DocumentRequest, { kind: 'deviation_list' }>

/** Unavailable until what it prints is computed. */
export function deviationList(_request: Request, _context: QueryContext): DeviationList {
  throw new AppError({ code: 'unavailable', what: 'deviations' })
}
