import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { choicesIn, type ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'

interface SaveReadingsProps {
  readonly details: ProtocolDetails
  /** What was chosen and is not saved. */
  readonly edits: ChosenReadings
  readonly onSaved: () => void
}

/** Saves all choices as one new version. From the second version on the change needs its reason. */
export function SaveReadings({ details, edits, onSaved }: SaveReadingsProps) {
  const { t } = useTranslation(['protocols', 'common'])
  const [reason, setReason] = useState('')
  const [isReasonMissing, setReasonMissing] = useState(false)
  const { mutate, error, isPending, reset } = useWrite('protocols', 'chooseReadings')
  const queries = useQueryClient()
  const saved = choicesIn(details)
  const changed = Object.entries(edits).filter(([id, choice]) => saved[id] !== choice)
  const expectedVersion = details.readings?.version ?? 0
  if (changed.length === 0) return null
  const save = () => {
    const given = reason.trim()
    setReasonMissing(expectedVersion > 0 && given === '')
    if (expectedVersion > 0 && given === '') return
    const readings = { ...saved, ...edits }
    mutate(
      { protocolId: details.definition.id, expectedVersion, readings, ...(given && { reason: given }) },
      { onSuccess: onSaved },
    )
  }
  return (
    <form
      className={classes['saveBar']}
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {error && <Failure error={error} />}
      {isStale(error) && (
        <Group gap="xs" my="xs">
          <Text size="sm">{t('protocols:stale.kept')}</Text>
          <Button size="xs" variant="default" onClick={() => void queries.invalidateQueries().then(reset)}>
            {t('protocols:stale.load')}
          </Button>
        </Group>
      )}
      <Group align="flex-start" gap="md">
        <Text fw={600} pt={26}>
          {t('protocols:readings.changed', { count: changed.length })}
        </Text>
        {expectedVersion > 0 && (
          <TextInput
            className={classes['grow'] ?? ''}
            label={t('common:reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={isReasonMissing && t('protocols:reasonMissing')}
            maxLength={500}
          />
        )}
        <Group gap="xs" pt={24}>
          <Button type="submit" loading={isPending}>
            {t('protocols:readings.save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              reset()
              onSaved()
            }}
          >
            {t('common:cancel')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}

function isStale(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'stale_version'
}
