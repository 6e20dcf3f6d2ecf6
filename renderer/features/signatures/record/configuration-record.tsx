import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConfigurationSubject } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Facts } from '../../../components/facts.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { SourceQuote } from '../../protocols/source-quote.tsx'
import { Hash } from './hash.tsx'
import classes from './record.module.css'

interface ConfigurationRecordProps {
  readonly subject: ConfigurationSubject
}

/** How this site reads a protocol, and the criteria that it entered for it: approved together. */
export function ConfigurationRecord({ subject }: ConfigurationRecordProps) {
  return (
    <>
      <Versions subject={subject} />
      <Readings subject={subject} />
      <Criteria subject={subject} />
    </>
  )
}

function Versions({ subject: { protocol, readings, criteria, training } }: ConfigurationRecordProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {protocol.id} {training && <TrainingMark />}
      </Title>
      <Facts
        rows={[
          [t('record.title'), protocol.title[language]],
          [
            t('record.definition'),
            <span key="definition">
              {protocol.version} <Hash sha256={protocol.sha256} />
            </span>,
          ],
          [
            t('record.readings'),
            readings ? t('record.version', { version: readings.version }) : t('record.noReadings'),
          ],
          [
            t('record.siteCriteria'),
            criteria ? (
              <span key="criteria">
                {t('record.siteCriteriaOf', {
                  version: criteria.version,
                  protocolVersion: criteria.protocolVersion,
                  approvedOn: dateText(criteria.approvedOn, language),
                })}{' '}
                <Hash sha256={criteria.sha256} />
              </span>
            ) : (
              t('record.noCriteria')
            ),
          ],
        ]}
      />
    </section>
  )
}

function Readings({ subject: { readings } }: ConfigurationRecordProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  if (readings === null || readings.choices.length === 0) return null
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('record.readings')}
      </Title>
      <ol className={classes['criteria']}>
        {readings.choices.map(({ id, question, quote, label }) => (
          <li key={id} className={classes['criterion']}>
            <div className={classes['criterionTitle']}>{textOf(question)}</div>
            <SourceQuote quote={{ text: quote }} />
            <p className={classes['why']}>
              {label === null ? (
                <span className={classes['dim']}>{t('record.notChosen')}</span>
              ) : (
                <b>{textOf(label)}</b>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Criteria({ subject: { criteria } }: ConfigurationRecordProps) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  if (criteria === null) return null
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('record.siteCriteria')}
      </Title>
      <ol className={classes['criteria']}>
        {criteria.list.map(({ id, label, side, title, quote, rule }) => (
          <li key={id} className={classes['criterion']}>
            <div className={classes['criterionHead']}>
              <span className={classes['label']}>{label}</span>
              <span className={classes['criterionTitle']}>{textOf(title)}</span>
              <span className={classes['dim']}>{t(`record.side.${side}`)}</span>
            </div>
            <div className={classes['criterionBody']}>
              <SourceQuote quote={{ text: quote }} />
              <p className={classes['why']}>{textOf(rule)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
