import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { JobState } from '../api/use-job.ts'
import { countText } from '../i18n/format.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { Failure } from './failure.tsx'
import { Notice } from './notice.tsx'

interface JobProgressProps {
  readonly state: JobState
  /** What runs, for those who do not see the bar. */
  readonly label: string
  /** For work that counts bytes, which nobody wants to read. */
  readonly inPercent?: boolean
  /** Absent where it cannot be stopped, or not by who looks. */
  readonly onCancel?: () => void
}

/** How far long work is, with a way to stop it; afterwards that it was stopped, or why it failed. */
export function JobProgress({ state, ...rest }: JobProgressProps) {
  const { t } = useTranslation()
  if (state.state === 'idle') return null
  if (state.state === 'failed') return <Failure error={state.error} />
  if (state.state === 'cancelled')
    return (
      <Notice kind="info" role="status">
        {t('job.cancelled')}
      </Notice>
    )
  return <Running state={state} {...rest} />
}

interface RunningProps extends JobProgressProps {
  readonly state: Extract<JobState, { state: 'running' }>
}

function Running({ state: { progress }, label, inPercent = false, onCancel }: RunningProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { stage, done = 0, total = 0 } = progress ?? {}
  const percent = total === 0 ? 0 : Math.min(100, (100 * done) / total)
  const told = {
    done: countText(done, language),
    all: countText(total, language),
    percent: Math.floor(percent),
  }
  return (
    <Stack gap={6} maw={560}>
      <Progress value={percent} aria-label={label} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {stage === undefined
            ? t('job.starting')
            : t(inPercent ? 'job.share' : 'job.counted', { stage: t(`job.stage.${stage}`), ...told })}
        </Text>
        {onCancel && (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('job.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
