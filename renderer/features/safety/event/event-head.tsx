import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ctcaeText } from '../form/term-choice.ts'
import { SeriousMark } from '../patient/event-marks.tsx'
import { GradeMark } from '../patient/grade-mark.tsx'
import { useOnsetWords } from '../patient/use-onset-words.ts'
import classes from './event-page.module.css'

/** What it is, how bad, and when it came: against the doses and the windows of the protocol. */
export function EventHead({ listed }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('safety')
  const { content, worst, patientId } = listed
  return (
    <header className={classes['head']}>
      <LinkAnchor to="/candidates/$patientId/safety" params={{ patientId }} size="sm">
        {t('event.toAll')}
      </LinkAnchor>
      <div className={classes['title']}>
        <Title order={2}>{content.term}</Title>
        <GradeMark grade={worst} />
        <SeriousMark content={content} no={t('event.notSerious')} />
      </div>
      <p>
        <Coding listed={listed} />
      </p>
      <When listed={listed} />
    </header>
  )
}

function Coding({ listed: { content, organClass } }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const coded = content.ctcae
    ? t('event.ctcae', { term: ctcaeText(content.ctcae, language) })
    : t('list.notCoded')
  return <>{[coded, organClass ? organClasses[organClass][language] : ''].filter(Boolean).join(' · ')}</>
}

function When({ listed }: { readonly listed: ListedEvent }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const textOf = useCoreText()
  const { dayText, endText, sinceText } = useOnsetWords()
  const { content, emergence, windows } = listed
  const onset =
    content.from === undefined
      ? t('list.noOnset')
      : t('event.since', { onset: timeText(content.from, language) })
  const parts = [onset, endText(listed), dayText(listed), sinceText(listed)]
  const emerged = emergence === 'before_treatment' ? '' : t(`emergence.${emergence}`)
  return (
    <p>
      {[...parts, emerged].filter(Boolean).join(' · ')}
      {windows.map(({ id, title }) => (
        <span key={`${id} ${title.en}`} className={classes['window']}>
          {textOf(title)}
        </span>
      ))}
    </p>
  )
}
