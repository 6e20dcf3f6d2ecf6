import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EdgeCriterion, EligibleRange, Screening } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'
import { toCriterion } from './to-criterion.ts'
import { useDaysText } from './use-days.ts'

/** The eligible days that are still to come, each with what opens and closes them; those over are counted. */
export function EligibleDays({ screening }: { readonly screening: Screening }) {
  const { t } = useTranslation('screening')
  const { on } = useScreeningTools()
  const { eligible, protocol, criteria } = screening
  const coming = eligible.filter(({ to }) => to === null || to >= on)
  const earlier = eligible.length - coming.length
  const hasCriteria = criteria.length > 0
  return (
    <div className={classes['days']}>
      {coming.map(range => (
        <Range key={range.from ?? ''} range={range} protocol={protocol.id} />
      ))}
      {coming.length === 0 && hasCriteria && (
        <Text size="sm" c="dimmed">
          {t('days.none')}
        </Text>
      )}
      {earlier > 0 && (
        <Text size="xs" c="dimmed">
          {t('days.earlier', { count: earlier })}
        </Text>
      )}
    </div>
  )
}

function Range({ range, protocol }: { readonly range: EligibleRange; readonly protocol: string }) {
  const { t } = useTranslation('screening')
  const daysText = useDaysText()
  const { openedBy, closedBy } = range
  return (
    <div>
      <div className={classes['range']}>
        {daysText(range)}
        {range.projectedFrom !== null && <span className={classes['projected']}>{t('days.projected')}</span>}
      </div>
      {openedBy.length > 0 && (
        <Edge word={t('days.opens')} beyond={t('days.before')} by={openedBy} protocol={protocol} />
      )}
      {closedBy.length > 0 && (
        <Edge word={t('days.closes')} beyond={t('days.after')} by={closedBy} protocol={protocol} />
      )}
    </div>
  )
}

interface EdgeProps {
  readonly word: string
  /** Introduces what the criteria say on the other side of the edge. */
  readonly beyond: string
  readonly by: readonly EdgeCriterion[]
  readonly protocol: string
}

function Edge({ word, beyond, by, protocol }: EdgeProps) {
  const textOf = useCoreText()
  const whys = [...new Set(by.map(({ why }) => textOf(why)))]
  return (
    <div className={classes['edge']} title={whys.join('\n')}>
      <span>{word}</span>{' '}
      {by.map(({ criterion, label }) => (
        <button
          key={criterion}
          type="button"
          className={classes['label']}
          onClick={() => toCriterion(protocol, criterion)}
        >
          {label}
        </button>
      ))}{' '}
      {beyond} {whys[0]}
      {whys.length > 1 && ' …'}
    </div>
  )
}
