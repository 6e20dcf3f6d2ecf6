import { IconHelpCircle, IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './mapping.module.css'

interface MarkProps {
  /** `suggested`: filled in by Lobule and not touched; `open`: nothing is chosen. */
  readonly state: 'suggested' | 'open' | undefined
}

/** Says beside a choice that nobody has made it yet. */
export function Mark({ state }: MarkProps) {
  const { t } = useTranslation('imports')
  if (state === undefined) return null
  const Icon = state === 'open' ? IconHelpCircle : IconSparkles
  return (
    <span className={classes['mark']} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {t(`mapping.${state}`)}
    </span>
  )
}

/** The mark of a choice. */
export function markOf(isOpen: boolean, isSuggested: boolean): MarkProps['state'] {
  if (isOpen) return 'open'
  return isSuggested ? 'suggested' : undefined
}
