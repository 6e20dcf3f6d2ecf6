import { useTranslation } from 'react-i18next'
import classes from './new-import.module.css'
import type { Step } from './types.ts'

interface ImportStepsProps {
  readonly current: Step
  /** Files that say by themselves what they mean need none. */
  readonly hasMapping: boolean
}

/** Where one is on the way. */
export function ImportSteps({ current, hasMapping }: ImportStepsProps) {
  const { t } = useTranslation('imports')
  const steps: readonly Step[] = hasMapping
    ? ['files', 'mapping', 'check', 'done']
    : ['files', 'check', 'done']
  const here = steps.indexOf(current)
  return (
    <ol className={classes['steps']} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < here ? 'over' : index === here ? 'here' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {index + 1}. {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
