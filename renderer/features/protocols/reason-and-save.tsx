import { Button, Group, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './protocols.module.css'
import type { useReason } from './use-reason.ts'

interface ReasonAndSaveProps {
  readonly reason: ReturnType<typeof useReason>
  /** What the button says, and the keys that do the same. */
  readonly save: string
  readonly keys?: ReactNode
  /** What is going to be saved. */
  readonly what?: string
  readonly isSaving: boolean
  readonly onCancel: () => void
}

/** Saves a new version; from the second one on with the reason for the change. */
export function ReasonAndSave({ reason, save, keys, what, isSaving, onCancel }: ReasonAndSaveProps) {
  const { t } = useTranslation(['protocols', 'common'])
  // Beside the field, not beside its label.
  const top = reason.isNeeded ? 24 : 0
  return (
    <Group align="flex-start" gap="md">
      {what !== undefined && (
        <Text fw={600} pt={top + 4}>
          {what}
        </Text>
      )}
      {reason.isNeeded && (
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('common:reason')}
          value={reason.text}
          onChange={({ currentTarget }) => reason.setText(currentTarget.value)}
          error={reason.isMissed && t('protocols:reasonMissing')}
          maxLength={500}
          required
        />
      )}
      <Group gap="xs" pt={top}>
        <Button type="submit" loading={isSaving} rightSection={keys}>
          {save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Group>
  )
}
