import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { Answer } from './answer.ts'

interface AnswerDetailProps {
  readonly answer: Answer
  /** The day that was asked about. */
  readonly on: CivilDate
  /** In a list that says it at the top, once: without the way to the protocol's criteria. */
  readonly isPlain?: boolean
}

/** What stands behind a verdict in one line: the criteria that fail or are open, and the first eligible days. */
export function AnswerDetail({ answer, on, isPlain = false }: AnswerDetailProps) {
  const { t } = useTranslation('candidates')
  const spanText = useSpanText()
  if (!answer.hasCriteria) {
    if (isPlain) return <Detail text={t('answer.noCriteria')} />
    return (
      <LinkAnchor to="/protocols/$protocolId" params={{ protocolId: answer.protocol }} size="xs">
        {t('answer.noCriteria')}
      </LinkAnchor>
    )
  }
  const { violated, unknown, needsJudgement, next } = answer
  const parts = [
    violated.length > 0 && t('answer.fails', { labels: shortList(violated) }),
    violated.length === 0 && unknown.length > 0 && t('answer.open', { labels: shortList(unknown) }),
    violated.length === 0 &&
      needsJudgement.length > 0 &&
      t('answer.judge', { labels: shortList(needsJudgement) }),
    next && spanText(next, on),
  ]
  return <Detail text={parts.filter(part => typeof part === 'string').join(' · ')} />
}

function Detail({ text }: { readonly text: string }) {
  return (
    <Text size="xs" c="dimmed" truncate component="span" title={text}>
      {text}
    </Text>
  )
}

/** Names a span of eligible days as seen from the day that was asked about. */
function useSpanText() {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
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
