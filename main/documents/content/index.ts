import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { assertNever } from '#shared/core/text.ts'
import type { Speech } from '../speech.ts'
import { caseSummaryContent } from './case-summary.ts'
import { causalityContent } from './causality.ts'
import { chartReviewContent } from './chart-review.ts'
import { configurationContent } from './configuration.ts'
import type { Content } from './content.ts'
import { deviationListContent } from './deviation-list.ts'
import { eligibilityContent } from './eligibility.ts'
import { eventListingContent } from './event-listing.ts'
import { exportManifestContent } from './export-manifest.ts'
import { saeReportContent } from './sae-report.ts'
import { screeningLogContent } from './screening-log.ts'
import { siteCertificateContent } from './site-certificate.ts'
import { trailExtractContent } from './trail-extract.ts'
import { visitWorksheetContent } from './visit-worksheet.ts'

/** What a payload prints. */
export function contentOf(speech: Speech, payload: DocumentPayload): Content {
  const { content } = payload
  switch (content.kind) {
    case 'eligibility':
      return eligibilityContent(speech, payload, content)
    case 'causality':
      return causalityContent(speech, payload, content)
    case 'configuration':
      return configurationContent(speech, payload, content)
    case 'screening_log':
      return screeningLogContent(speech, payload, content)
    case 'trail_extract':
      return trailExtractContent(speech, payload, content)
    case 'site_certificate':
      return siteCertificateContent(speech, payload, content)
    case 'visit_worksheet':
      return visitWorksheetContent(speech, payload, content)
    case 'chart_review':
      return chartReviewContent(speech, payload, content)
    case 'deviation_list':
      return deviationListContent(speech, payload, content)
    case 'sae_report':
      return saeReportContent(speech, payload, content)
    case 'case_summary':
      return caseSummaryContent(speech, payload, content)
    case 'event_listing':
      return eventListingContent(speech, payload, content)
    case 'export_manifest':
      return exportManifestContent(speech, payload, content)
    default:
      return assertNever(content, 'document')
  }
}
