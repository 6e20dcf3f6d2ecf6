import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { VerdictStatus } from '../../../components/status.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useDaysText } from '../../screening/use-days.ts'
import classes from './record.module.css'

/** What is decided, in one sentence: eligible and for which days, or not and by which criteria. */
export function Headline({ subject }: { readonly subject: EligibilitySubject }) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const daysText = useDaysText()
  const textOf = useCoreText()
  const { screening, on, covers } = subject
  const failing = screening.criteria.filter(({ outcome }) => outcome === 'violated')
  const isOut = screening.verdict === 'ineligible'
  return (
    <section className={classes['headline']} aria-label={t('record.decision')}>
      <Title order={2} size="h3">
        <VerdictStatus verdict={screening.verdict} projected={screening.projected} size="lg" />
      </Title>
      <p className={classes['decision']}>
        {t('record.ifRegistered', { date: dateText(on, language) })}
        {covers && (
          <>
            {' '}
            <strong>{t('record.covers', { days: daysText(covers) })}</strong>
          </>
        )}
      </p>
      {covers && <p className={classes['quiet']}>{textOf(screening.statement)}</p>}
      {isOut && <p className={classes['decision']}>{t('record.fails')}</p>}
      {isOut && (
        <ul className={classes['failing']}>
          {failing.map(({ id, label, title }) => (
            <li key={id}>
              <b>{label}</b> {title[language]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
