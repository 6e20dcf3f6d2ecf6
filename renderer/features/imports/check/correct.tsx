import { Radio, Stack, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './check.module.css'
import type { Correcting } from './use-take.ts'

interface CorrectProps {
  readonly count: number
  readonly value: Correcting
  readonly onChange: (value: Correcting) => void
  readonly isTried: boolean
}

/** Results on record that the file contradicts: left, or corrected with a reason; nothing is chosen by itself. */
export function Correct({ count, value, onChange, isTried }: CorrectProps) {
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
