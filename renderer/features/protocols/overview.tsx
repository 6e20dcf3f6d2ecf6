import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import type { Quote } from '#shared/core/protocol/reading.ts'
import { useCoreText } from '../../components/core-text.ts'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Arms } from './arms.tsx'
import classes from './protocols.module.css'
import { SourceQuote } from './source-quote.tsx'

interface OverviewProps {
  readonly definition: ProtocolDefinition
}

/** The record in words beside the words it comes from, and what was looked for and not found. */
export function Overview({ definition }: OverviewProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const { design, condition, plannedEnrolment, followUpWeeks, safetyWindows, notPublished } = definition
  return (
    <div className={classes['parts']}>
      <RecordPart definition={definition} />
      <Part title={t('overview.design')}>
        <Statement
          name={t('overview.condition')}
          words={textOf(condition.title)}
          quotes={[condition.quote]}
        />
        <Statement name={t('overview.summary')} words={textOf(design.summary)} quotes={design.quotes} />
        <Statement name={t('overview.phase')} words={textOf(design.phase)} />
        <Statement name={t('overview.allocation')} words={textOf(design.allocation)} />
        <Statement name={t('overview.masking')} words={textOf(design.masking)} />
        {design.parts.map(({ id, title, quote }) => (
          <Statement key={id} name={t('overview.part')} words={textOf(title)} quotes={[quote]} />
        ))}
        <Statement
          name={t('overview.enrolment')}
          words={t('overview.participants', { count: plannedEnrolment.participants })}
          quotes={[plannedEnrolment.quote]}
        />
        <Statement
          name={t('overview.followUp')}
          words={t('overview.weeks', { count: followUpWeeks.weeks })}
          quotes={[followUpWeeks.quote]}
        />
      </Part>
      <Part title={t('overview.arms')}>
        <Arms arms={definition.arms} />
      </Part>
      {safetyWindows.length > 0 && (
        <Part title={t('overview.safety')}>
          {safetyWindows.map(({ id, title, fromDay, toDay, quote }) => (
            <Statement
              key={id}
              name={t('overview.safetyDays', { from: fromDay, to: toDay })}
              words={textOf(title)}
              quotes={[quote]}
            />
          ))}
        </Part>
      )}
      <Part title={t('overview.notPublished')}>
        <ul className={classes['plainList']}>
          {notPublished.map(text => (
            <li key={text.en}>{textOf(text)}</li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

function RecordPart({ definition: { record, sources, date, version } }: OverviewProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const language = useLanguage()
  const day = (text: string | undefined) =>
    text === undefined ? t('overview.notStated') : dateText(text, language)
  return (
    <Part title={t('overview.record')}>
      <Statement name={t('overview.status')} words={textOf(record.status)} />
      <Statement name={t('overview.lastVerified')} words={day(record.lastVerified)} />
      <Statement name={t('overview.lastUpdate')} words={day(record.lastUpdatePosted)} />
      <Statement name={t('overview.primaryCompletion')} words={day(record.plannedPrimaryCompletion)} />
      <Statement name={t('overview.completion')} words={day(record.plannedCompletion)} />
      <Statement
        name={t('overview.snapshot')}
        words={t('overview.snapshotOf', { date: dateText(date, language), version })}
      />
      {sources.map(({ id, title, address }) => (
        <Statement key={id} name={t('overview.source')} words={`${title} · ${address}`} />
      ))}
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['part']}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </section>
  )
}

interface StatementProps {
  readonly name: string
  readonly words: string
  readonly quotes?: readonly Quote[]
}

function Statement({ name, words, quotes = [] }: StatementProps) {
  return (
    <div className={classes['statement']}>
      <span className={classes['statementName']}>{name}</span>
      <span>{words}</span>
      <div>
        {quotes.map(quote => (
          <SourceQuote key={quote.text} quote={quote} />
        ))}
      </div>
    </div>
  )
}
