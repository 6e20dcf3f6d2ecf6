import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useCoreText } from '../../components/core-text.ts'
import { OutcomeStatus } from '../../components/status.tsx'
import { CriterionDetails } from './criterion-details.tsx'
import { MissingAction } from './missing-action.tsx'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'
import { lineId } from './to-criterion.ts'

interface CriterionLineProps {
  readonly protocol: ProtocolId
  readonly criterion: CriterionResult
}

/** One criterion: what it asks, what it says and why, what is missing; opens to all that it rests on. */
export function CriterionLine({ protocol, criterion }: CriterionLineProps) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const [isOpen, { toggle }] = useDisclosure(false)
  const details = useId()
  const change = useChangeOf(protocol, criterion.id)
  const { label, title, outcome, explanation, missing } = criterion
  return (
    <li
      id={lineId(protocol, criterion.id)}
      className={classes['line']}
      data-open={isOpen || undefined}
      data-settled={outcome === 'satisfied' || undefined}
      data-changed={change !== undefined || undefined}
    >
      <button
        type="button"
        className={classes['lineHead']}
        aria-expanded={isOpen}
        aria-controls={details}
        onClick={toggle}
      >
        <IconChevronRight size={14} className={classes['chevron']} aria-hidden="true" />
        <span className={classes['lineLabel']}>{label}</span>
        <span className={classes['lineTitle']}>{textOf(title)}</span>
        <OutcomeStatus outcome={outcome} plain={outcome === 'satisfied'} />
      </button>
      <div className={classes['lineBody']}>
        {change && (
          <p className={classes['was']}>
            {t('changes.was', { from: t(`outcome.${change.from}`), to: t(`outcome.${change.to}`) })}
          </p>
        )}
        <p className={classes['why']}>{textOf(explanation)}</p>
        {missing.length > 0 && (
          <div className={classes['asks']}>
            {missing.map(item => (
              <MissingAction key={item.key} item={item} protocol={protocol} />
            ))}
          </div>
        )}
        <div id={details}>{isOpen && <CriterionDetails protocol={protocol} criterion={criterion} />}</div>
      </div>
    </li>
  )
}

function useChangeOf(protocol: ProtocolId, criterion: string) {
  const { changes } = useScreeningTools()
  return changes.find(change => change.protocol === protocol)?.criteria.find(({ id }) => id === criterion)
}
