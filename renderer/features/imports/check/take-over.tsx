import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { Notice } from '../../../components/notice.tsx'
import { countText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import foot from '../new-import.module.css'
import type { Checked } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import type { Answers } from './use-answers.ts'
import { type Correcting, takenCount, useTake } from './use-take.ts'

interface TakeOverProps {
  readonly state: NewImportState
  readonly checked: Checked
  readonly answers: Answers
  readonly correcting: Correcting
  /** Somebody wanted to take it over, whether or not everything was said. */
  readonly isTried: boolean
  readonly onTry: () => void
  readonly back: ReactNode
}

/** Where what is missing can be said. */
const placeOf = {
  doubts: 'import-doubts',
  doubtReason: 'import-doubts',
  changed: 'import-changed',
  reason: 'import-changed',
} as const

/** Charts what the dry run showed, once everything is said that it asks. */
export function TakeOver(props: TakeOverProps) {
  const { state, checked, answers, correcting, isTried, onTry, back } = props
  const { t } = useTranslation('imports')
  const { counts } = checked
  const take = useTake({ state, checked, answers, correcting })
  const missing = missingOf({ counts, answers, correcting })
  const isRunning = state.job.state.state === 'running'
  const submit = () => {
    onTry()
    if (missing === undefined) void take()
    else toMissing(placeOf[missing])
  }
  return (
    <>
      <Outcome state={state} />
      <div className={foot['foot']}>
        <TakeButton {...{ checked, answers, correcting }} isRunning={isRunning} onTake={submit} />
        {!isRunning && back}
        {isTried && missing !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t(`take.missing.${missing}`)}
          </Text>
        )}
      </div>
    </>
  )
}

/** Brings into sight what is missing, with the keyboard on it. */
function toMissing(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'center' })
  const within = place?.closest('section')
  const field = ['li:not([data-answer]) input', 'input:not([type=radio])', 'input']
    .map(selector => within?.querySelector<HTMLElement>(selector))
    .find(found => found)
  field?.focus({ preventScroll: true })
}

/** The progress of the charting, or why it was refused. */
function Outcome({ state }: Pick<TakeOverProps, 'state'>) {
  const { t } = useTranslation('imports')
  const { job } = state
  const { state: now } = job
  if (
    now.state === 'failed' &&
    now.error instanceof AppError &&
    now.error.payload.code === 'changed_since_shown'
  )
    return (
      <Notice kind="bad" role="alert">
        {t('take.changedMeanwhile')}
        <div>
          <Button mt="sm" size="xs" variant="default" onClick={() => void state.check()}>
            {t('check.again')}
          </Button>
        </div>
      </Notice>
    )
  return <JobProgress state={now} label={t('take.running')} onCancel={() => void job.cancel()} />
}

interface TakeButtonProps extends Pick<TakeOverProps, 'checked' | 'answers' | 'correcting'> {
  readonly isRunning: boolean
  readonly onTake: () => void
}

function TakeButton({ checked: { counts }, answers, correcting, isRunning, onTake }: TakeButtonProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const count = takenCount(counts, answers, correcting)
  const rest = counts.new + counts.changed + counts.refused + counts.ignored - count
  if (counts.new + counts.changed === 0) return <Text size="sm">{t('take.nothing')}</Text>
  return (
    <>
      <Button onClick={onTake} loading={isRunning}>
        {t('take.confirm', { count, rows: countText(count, language) })}
      </Button>
      {rest > 0 && (
        <Text size="sm" c="dimmed">
          {t('take.shortfall', { count: rest, rows: countText(rest, language) })}
        </Text>
      )}
    </>
  )
}

type Missing = Pick<TakeButtonProps, 'answers' | 'correcting'> & Pick<Checked, 'counts'>

function missingOf({
  counts,
  answers,
  correcting: { choice, reason },
}: Missing): keyof typeof placeOf | undefined {
  if (answers.open > 0) return 'doubts'
  if (answers.taken.length > 0 && answers.reason.trim() === '') return 'doubtReason'
  if (counts.changed > 0 && choice === null) return 'changed'
  return choice === 'correct' && reason.trim() === '' ? 'reason' : undefined
}
