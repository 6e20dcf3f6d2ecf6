import { Button, Group, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { choicesIn, type ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { ReasonAndSave } from '../reason-and-save.tsx'
import { useReason } from '../use-reason.ts'

interface SaveReadingsProps {
  readonly details: ProtocolDetails
  /** What was chosen and is not saved. */
  readonly edits: ChosenReadings
  readonly onSaved: () => void
}

/** Saves all choices as one new version. From the second version on the change needs its reason. */
export function SaveReadings({ details, edits, onSaved }: SaveReadingsProps) {
  const { t } = useTranslation('protocols')
  const { mutate, error, isPending, reset } = useWrite('protocols', 'chooseReadings')
  const queries = useQueryClient()
  const saved = choicesIn(details)
  const changed = Object.entries(edits).filter(([id, choice]) => saved[id] !== choice)
  const expectedVersion = details.readings?.version ?? 0
  const reason = useReason(expectedVersion)
  if (changed.length === 0) return null
  const save = () => {
    const given = reason.ask()
    if (given === undefined) return
    const readings = { ...saved, ...edits }
    mutate(
      { protocolId: details.definition.id, expectedVersion, readings, ...(given && { reason: given }) },
      {
        onSuccess() {
          reason.clear()
          onSaved()
        },
      },
    )
  }
  return (
    <form
      className={classes['saveBar']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      {error && <Failure error={error} />}
      {isStale(error) && (
        <Group gap="xs" my="xs">
          <Text size="sm">{t('stale.kept')}</Text>
          <Button size="xs" variant="default" onClick={() => void queries.invalidateQueries().then(reset)}>
            {t('stale.load')}
          </Button>
        </Group>
      )}
      <ReasonAndSave
        reason={reason}
        what={t('readings.changed', { count: changed.length })}
        save={t('readings.save')}
        isSaving={isPending}
        onCancel={() => {
          reset()
          onSaved()
        }}
      />
    </form>
  )
}

function isStale(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'stale_version'
}
