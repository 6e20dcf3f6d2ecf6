import type { QueryContext } from '#main/services/context.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { AppError } from '#shared/api/errors.ts'
import type { VisitWorksheet } from '#shared/core/documents/visit-worksheet.ts'

type Request = Extract<DocumentRequest, { kind: 'visit_worksheet' }>

/** Unavailable until what it prints is computed. */
export function visitWorksheet(_request: Request, _context: QueryContext): VisitWorksheet {
  throw new AppError({ code: 'unavailable', what: 'visits' })
}
