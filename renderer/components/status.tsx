import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  type IconProps,
  IconScale,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome, Verdict } from '#shared/core/eligibility/verdict.ts'
import classes from './status.module.css'

type Kind = 'good' | 'bad' | 'open' | 'judge'

const icons: Readonly<Record<Kind, ComponentType<IconProps>>> = {
  good: IconCircleCheck,
  bad: IconCircleX,
  open: IconHelpCircle,
  judge: IconScale,
}

const ofVerdict: Readonly<Record<Verdict, Kind>> = {
  eligible: 'good',
  ineligible: 'bad',
  undetermined: 'open',
}
const ofOutcome: Readonly<Record<Outcome, Kind>> = {
  satisfied: 'good',
  violated: 'bad',
  unknown: 'open',
  needs_judgement: 'judge',
}

interface StatusProps {
  readonly kind: Kind
  readonly word: string
  readonly size?: 'sm' | 'md' | 'lg'
  readonly plain?: boolean
}

/** A state as colour, shape and word together, so that none of them has to be seen alone. */
function Status({ kind, word, size = 'sm', plain = false }: StatusProps) {
  const Icon = icons[kind] ?? IconAlertCircle
  return (
    <span className={classes['status']} data-kind={kind} data-size={size} data-plain={plain || undefined}>
      <Icon size={size === 'lg' ? 22 : size === 'md' ? 18 : 16} stroke={2} aria-hidden="true" />
      {word}
    </span>
  )
}

interface VerdictStatusProps {
  readonly verdict: Verdict
  /** Rests on negative findings that are assumed to be renewed: an eligible one is only "would be eligible". */
  readonly projected?: boolean
  readonly size?: 'sm' | 'md' | 'lg'
}

export function VerdictStatus({ verdict, projected = false, size = 'sm' }: VerdictStatusProps) {
  const { t } = useTranslation('screening')
  const word = verdict === 'eligible' && projected ? t('verdict.projected') : t(`verdict.${verdict}`)
  return <VerdictMark verdict={verdict} word={word} size={size} />
}

interface VerdictMarkProps extends Pick<VerdictStatusProps, 'verdict' | 'size'> {
  readonly word: string
}

/** The same for long lists, whose words are found once for all lines. */
export function VerdictMark({ verdict, word, size = 'sm' }: VerdictMarkProps) {
  return <Status kind={ofVerdict[verdict]} word={word} size={size} />
}

interface OutcomeStatusProps {
  readonly outcome: Outcome
  /** Without the coloured ground, for dense lists. */
  readonly plain?: boolean
}

export function OutcomeStatus({ outcome, plain = false }: OutcomeStatusProps) {
  const { t } = useTranslation('screening')
  return <Status kind={ofOutcome[outcome]} word={t(`outcome.${outcome}`)} plain={plain} />
}
