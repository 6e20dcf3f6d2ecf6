import type { ChartReview } from '#shared/core/documents/chart-review.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { trendWords as words } from '../words/trend-words.ts'
import { reviewCharts } from './chart-review-charts.ts'
import { reviewTables } from './chart-review-tables.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { candidateLine } from './named.ts'
import { type Entry, pairs, protocolLine, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

/** The trends of one patient, drawn and in numbers, to be reviewed and signed. */
export function chartReviewContent(speech: Speech, payload: DocumentPayload, review: ChartReview): Content {
  const { candidate, protocol, trends } = review
  return {
    title: words.title,
    about: [candidate.screeningNumber, ...(protocol ? [protocol.id] : []), trends.today],
    isLandscape: true,
    blocks: sha256 => [
      title(speech, words.title),
      ...(protocol ? [protocolLine(speech, protocol), { kind: 'space', height: 3 } as const] : []),
      pairs(speech, entries(speech, review)),
      ...reviewCharts(speech, review),
      ...reviewTables(speech, review),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, protocol ? { definition: protocol.sha256 } : {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, review: ChartReview): Entry[] {
  const { candidate, protocol, trends, scheduleVersion, chartingVersion } = review
  const size = TYPE.cell
  const said = (text: LocalizedText) => [speech.label(text, { size })]
  return [
    [common.candidate, [candidateLine(speech, candidate)]],
    [
      common.definition,
      protocol ? [literal(`${protocol.id} ${protocol.version}`, { size })] : said(words.noProtocol),
    ],
    [words.day0, trends.day0 === null ? said(words.noDay0) : [literal(trends.day0, { size })]],
    [words.today, [literal(trends.today, { size })]],
    [words.schedule, said(versionText(scheduleVersion))],
    [words.charting, said(versionText(chartingVersion))],
  ]
}

function versionText(version: number): LocalizedText {
  return version === 0 ? common.notChosen : verbatim(`v${version}`)
}
