import { useTranslation } from 'react-i18next'
import type {
  CriterionResult,
  EdgeCriterion,
  Screening,
  VerdictInterval,
} from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useDaysText } from '../use-days.ts'

/** All that a stretch of a verdict says: protocol, verdict, days, what opens and closes it, what is assumed. */
export function useVerdictSentence(screening: Screening): (interval: VerdictInterval) => string {
  const { t } = useTranslation('screening')
  const daysText = useDaysText()
  const edgeText = useEdgeText()
  const language = useLanguage()
  const { protocol, eligible, criteria, lastEntryOn } = screening
  return interval => {
    const { from, to, verdict } = interval
    const isAssumed = lastEntryOn === null || from === null ? lastEntryOn === null : from > lastEntryOn
    const shown = verdict === 'eligible' && isAssumed ? 'projected' : verdict
    const word = t(`verdict.${shown}`)
    const parts: string[] = [
      t('timeline.span', { protocol: protocol.id, verdict: word, days: daysText(interval) }),
    ]
    const range = verdict === 'eligible' ? eligible.find(one => one.from === from) : undefined
    if (range && range.openedBy.length > 0) parts.push(t('timeline.opened', edgeText(range.openedBy)))
    if (range && range.closedBy.length > 0) parts.push(t('timeline.closed', edgeText(range.closedBy)))
    const labels = verdict === 'eligible' ? [] : standing(criteria, interval)
    if (labels.length > 0) parts.push(t('timeline.because', { labels: labels.join(' ') }))
    if (lastEntryOn !== null && (to === null || to > lastEntryOn)) {
      parts.push(t('timeline.assumes', { date: dateText(lastEntryOn, language) }))
    }
    return parts.join(' ')
  }
}

/** What a stretch of one criterion says. */
export function useCriterionSentence(): (
  criterion: CriterionResult,
  interval: CriterionResult['intervals'][number],
) => string {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const daysText = useDaysText()
  return ({ label }, interval) =>
    t('timeline.criterion', {
      label,
      outcome: t(`outcome.${interval.outcome}`),
      days: daysText(interval),
      why: textOf(interval.explanation),
    })
}

function useEdgeText() {
  const textOf = useCoreText()
  return (by: readonly EdgeCriterion[]) => ({
    labels: by.map(({ label }) => label).join(' '),
    why: [...new Set(by.map(({ why }) => textOf(why)))].join('; '),
  })
}

/** The labels of the criteria that keep a stretch from being eligible, on any of its days. */
function standing(criteria: readonly CriterionResult[], { from, to, verdict }: VerdictInterval): string[] {
  const counts = (outcome: string) =>
    verdict === 'ineligible' ? outcome === 'violated' : outcome !== 'satisfied'
  return criteria
    .filter(({ intervals }) =>
      intervals.some(
        one =>
          counts(one.outcome) &&
          (one.to === null || from === null || one.to >= from) &&
          (one.from === null || to === null || one.from <= to),
      ),
    )
    .map(({ label }) => label)
}
