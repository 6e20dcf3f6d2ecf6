import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconHelpCircle,
  IconHourglass,
  type IconProps,
  IconScale,
  IconSignature,
  IconSignatureOff,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome, Verdict } from '#shared/core/eligibility/verdict.ts'
import type { SignatureStatus as SignatureState } from '#shared/core/signatures/status.ts'
import classes from './status.module.css'

/** How a state looks: its colour by its kind, and its shape. */
export interface StatusLook {
  readonly kind: 'good' | 'bad' | 'open' | 'judge' | 'over'
  readonly icon: ComponentType<IconProps>
}

const icons: Readonly<Record<Exclude<StatusLook['kind'], 'over'>, StatusLook['icon']>> = {
  good: IconCircleCheck,
  bad: IconCircleX,
  open: IconHelpCircle,
  judge: IconScale,
}

const ofVerdict: Readonly<Record<Verdict, keyof typeof icons>> = {
  eligible: 'good',
  ineligible: 'bad',
  undetermined: 'open',
}
const ofOutcome: Readonly<Record<Outcome, keyof typeof icons>> = {
  satisfied: 'good',
  violated: 'bad',
  unknown: 'open',
  needs_judgement: 'judge',
}

const ofSignature: Readonly<Record<SignatureState, StatusLook>> = {
  current: { kind: 'good', icon: IconSignature },
  awaiting_countersignature: { kind: 'judge', icon: IconHourglass },
  expired: { kind: 'open', icon: IconClockX },
  not_current: { kind: 'bad', icon: IconAlertTriangle },
  withdrawn: { kind: 'over', icon: IconSignatureOff },
}

interface StatusProps extends StatusLook {
  readonly word: string
  readonly size?: 'sm' | 'md' | 'lg'
  readonly plain?: boolean
}

/** A state as colour, shape and word together, so that none of them has to be seen alone. */
export function Status({ kind, icon: Icon, word, size = 'sm', plain = false }: StatusProps) {
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
  const kind = ofVerdict[verdict]
  return <Status kind={kind} icon={icons[kind]} word={word} size={size} />
}

interface OutcomeStatusProps {
  readonly outcome: Outcome
  /** Without the coloured ground, for dense lists. */
  readonly plain?: boolean
}

export function OutcomeStatus({ outcome, plain = false }: OutcomeStatusProps) {
  const { t } = useTranslation('screening')
  const kind = ofOutcome[outcome]
  return <Status kind={kind} icon={icons[kind]} word={t(`outcome.${outcome}`)} plain={plain} />
}

interface SignatureStatusProps {
  readonly status: SignatureState
  readonly size?: 'sm' | 'md' | 'lg'
}

/** Whether a signature still stands. */
export function SignatureStatus({ status, size = 'sm' }: SignatureStatusProps) {
  const { t } = useTranslation('signatures')
  return <Status {...ofSignature[status]} word={t(`status.${status}`)} size={size} />
}

interface SignatureMarkProps {
  readonly status: SignatureState
  readonly word: string
}

/** The same as a shape alone, where a verdict beside it has the words; said in full to a pointer and aloud. */
export function SignatureMark({ status, word }: SignatureMarkProps) {
  const { kind, icon: Icon } = ofSignature[status]
  return (
    <span className={classes['mark']} data-kind={kind} role="img" aria-label={word} title={word}>
      <Icon size={16} stroke={2} aria-hidden="true" />
    </span>
  )
}
