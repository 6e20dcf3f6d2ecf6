import { Button, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { Notice } from '../../../components/notice.tsx'
import { countText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import foot from '../new-import.module.css'
import type { Checked } from '../types.ts'
import type { NewImportState } from '../use-new-import.ts'
import classes from './check.module.css'
import type { Answers } from './use-answers.ts'
import { type Correcting, takenCount, useTake } from './use-take.ts'

interface TakeOverProps {
  readonly state: NewImportState
  readonly checked: Checked
  readonly answers: Answers
  readonly back: ReactNode
}

/** What somebody has to say before anything is charted, and the charting itself. */
export function TakeOver({ state, checked, answers, back }: TakeOverProps) {
  const { t } = useTranslation('imports')
  const { counts } = checked
  const [correcting, setCorrecting] = useState<Correcting>({ choice: null, reason: '' })
  const [isTried, setTried] = useState(false)
  const take = useTake({ state, checked, answers, correcting })
  const missing = missingOf({ counts, answers, correcting })
  const isRunning = state.job.state.state === 'running'
  const submit = () => {
    setTried(true)
    if (missing === undefined) void take()
  }
  return (
    <>
      {counts.changed > 0 && (
        <Correct count={counts.changed} value={correcting} onChange={setCorrecting} isTried={isTried} />
      )}
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

interface CorrectProps {
  readonly count: number
  readonly value: Correcting
  readonly onChange: (value: Correcting) => void
  readonly isTried: boolean
}

function Correct({ count, value, onChange, isTried }: CorrectProps) {
  const { t } = useTranslation('imports')
  const { choice, reason } = value
  return (
    <section className={classes['changed']} aria-labelledby="import-changed">
      <Title order={3} id="import-changed" mb={6}>
        {t('take.changedTitle', { count })}
      </Title>
      <Radio.Group
        aria-labelledby="import-changed"
        value={choice ?? ''}
        onChange={chosen => onChange({ ...value, choice: chosen === 'correct' ? 'correct' : 'leave' })}
      >
        <Stack gap={6}>
          <Radio value="leave" label={t('take.leave')} />
          <Radio value="correct" label={t('take.correct')} />
        </Stack>
      </Radio.Group>
      {choice === 'correct' && (
        <TextInput
          mt="sm"
          maw={620}
          label={t('take.reason')}
          description={t('take.reasonHint')}
          value={reason}
          onChange={event => onChange({ ...value, reason: event.currentTarget.value })}
          maxLength={500}
          required
          error={isTried && reason.trim() === '' && t('take.missing.reason')}
        />
      )}
    </section>
  )
}

interface TakeButtonProps extends Pick<TakeOverProps, 'checked' | 'answers'> {
  readonly correcting: Correcting
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

function missingOf({ counts, answers, correcting: { choice, reason } }: Missing) {
  if (answers.open > 0) return 'doubts'
  if (answers.taken.length > 0 && answers.reason.trim() === '') return 'doubtReason'
  if (counts.changed > 0 && choice === null) return 'changed'
  return choice === 'correct' && reason.trim() === '' ? 'reason' : undefined
}
