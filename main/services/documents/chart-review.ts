import type { QueryContext } from '#main/services/context.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { AppError } from '#shared/api/errors.ts'
import type { ChartReview } from '#shared/core/documents/chart-review.ts'

type Request = Extract<DocumentRequest, { kind: 'chart_review' }>

/** Unavailable until what it prints is computed. */
export function chartReview(_request: Request, _context: QueryContext): ChartReview {
  throw new AppError({ code: 'unavailable', what: 'trends' })
}
