import { useTranslation } from 'react-i18next'
import classes from './step-list.module.css'

const STEPS = ['site', 'person', 'key'] as const

/** Where one is on the way through the first run. */
export function StepList({ current }: { readonly current: (typeof STEPS)[number] }) {
  const { t } = useTranslation('session')
  const here = STEPS.indexOf(current)
  return (
    <ol className={classes['steps']}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes['step']}
          data-state={index < here ? 'done' : index === here ? 'here' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {index + 1}. {t(`firstRun.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
