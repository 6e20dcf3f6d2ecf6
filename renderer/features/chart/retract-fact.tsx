import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact } from '#shared/core/facts/fact.ts'
import { useApi } from '../../api/api.tsx'
import { useWrite } from '../../api/hooks.ts'
import { useErrorText } from '../../components/error-text.ts'
import { useGateOverride } from '../signatures/enrolment/use-gate-override.tsx'

interface RetractFactProps {
  readonly fact: Fact
  readonly onCancel: () => void
  readonly onDone: () => void
}

/**
 * Takes a fact off the chart: asks for the reason, and says what stays. A consent that something stands on takes a second
 * person as well.
 */
export function RetractFact({ fact, onCancel, onDone }: RetractFactProps) {
  const { t } = useTranslation(['chart', 'common'])
  const errorText = useErrorText()
  const api = useApi()
  const gate = useGateOverride()
  const retract = useWrite('facts', 'retract')
  const [reason, setReason] = useState('')
  const [isSubmitted, setSubmitted] = useState(false)
  const isMissing = isSubmitted && reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSubmitted(true)
    if (reason.trim() === '') return
    const input = { factId: fact.id, expectedVersion: fact.version, reason: reason.trim() }
    gate
      .save(
        () => retract.mutateAsync(input),
        override => api.facts.retract({ ...input, override }),
      )
      // What was refused is told below the reason.
      .then(onDone, () => undefined)
  }
  return (
    <Alert color="orange" title={t('chart:retract.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('chart:retract.what')}</Text>
          <TextInput
            label={t('chart:retract.reason')}
            withAsterisk
            autoFocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={isMissing ? t('chart:problem.reason') : undefined}
          />
          {retract.error && (
            <Text size="sm" role="alert">
              {errorText(retract.error)}
            </Text>
          )}
          <Group gap="xs">
            <Button type="submit" color="orange" loading={retract.isPending}>
              {t('chart:retract.confirm')}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
      {gate.dialog}
    </Alert>
  )
}
