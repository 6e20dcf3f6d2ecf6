import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Language } from '#shared/core/text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { Answer } from './answer.ts'

interface AnswerDetailProps {
  readonly answer: Answer
  /** The day that was asked about. */
  readonly on: CivilDate
}

/** What stands behind a verdict in one line; where the criteria are not entered, the way to them. */
export function AnswerDetail({ answer, on }: AnswerDetailProps) {
  const text = useAnswerText()(answer, on)
  if (!answer.hasCriteria)
    return (
      <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: answer.protocol }} size="xs">
        {text}
      </LinkAnchor>
    )
  return (
    <Text size="xs" c="dimmed" truncate component="span" title={text}>
      {text}
    </Text>
  )
}

/** Puts into words what stands behind a verdict: the criteria that fail or are open, and the first eligible days. */
export function useAnswerText(): (answer: Answer, on: CivilDate) => string {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  return useMemo(() => {
    const spanText = spanTextIn(t, language)
    return ({ hasCriteria, violated, unknown, needsJudgement, next }, on) => {
      if (!hasCriteria) return t('answer.noCriteria')
      const isOut = violated.length > 0
      const parts = [
        isOut && t('answer.fails', { labels: shortList(violated) }),
        !isOut && unknown.length > 0 && t('answer.open', { labels: shortList(unknown) }),
        !isOut && needsJudgement.length > 0 && t('answer.judge', { labels: shortList(needsJudgement) }),
        next && spanText(next, on),
      ]
      return parts.filter(part => typeof part === 'string').join(' · ')
    }
  }, [t, language])
}

/** Names a span of eligible days as seen from the day that was asked about. */
function spanTextIn(t: TFunction<'candidates'>, language: Language) {
  return ({ from, to }: NonNullable<Answer['next']>, on: CivilDate): string => {
    const last = to === null ? undefined : dateText(to, language)
    if (from <= on) return last === undefined ? t('answer.withoutEnd') : t('answer.until', { to: last })
    const first = dateText(from, language)
    if (last === undefined) return t('answer.from', { from: first })
    return to === from ? t('answer.onlyOn', { from: first }) : t('answer.fromTo', { from: first, to: last })
  }
}

const SHOWN = 4

function shortList(labels: readonly string[]): string {
  const more = labels.length - SHOWN
  return more > 0 ? `${labels.slice(0, SHOWN).join(' ')} +${more}` : labels.join(' ')
}
