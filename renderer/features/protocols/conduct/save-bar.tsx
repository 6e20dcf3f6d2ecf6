import { Button, Group, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../../components/failure.tsx'
import { Shortcut } from '../../../shell/shortcut.tsx'
import protocols from '../protocols.module.css'

interface SaveBarProps {
  /** That the save replaces; 0 for the first entry, which needs no reason. */
  readonly version: number
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly isReasonMissing: boolean
  readonly isWrong: boolean
  readonly isSaving: boolean
  readonly error: unknown
  readonly onCancel: () => void
}

/** Saves everything in the form as one new version; in reach however long the form is. */
export function SaveBar(props: SaveBarProps) {
  const { t } = useTranslation(['conduct', 'protocols', 'common'])
  const { version, reason, onReason, isReasonMissing, isWrong, isSaving, error, onCancel } = props
  return (
    <div className={protocols['saveBar']}>
      {error !== null && error !== undefined && <Failure error={error} />}
      {isWrong && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mb={6}>
          {t('conduct:wrong')}
        </Text>
      )}
      <Group align="flex-start" gap="md">
        {version > 0 && (
          <TextInput
            className={protocols['grow'] ?? ''}
            label={t('common:reason')}
            value={reason}
            onChange={({ currentTarget }) => onReason(currentTarget.value)}
            error={isReasonMissing && t('protocols:reasonMissing')}
            maxLength={500}
            required
          />
        )}
        <Group gap="xs" pt={version > 0 ? 24 : 0}>
          <Button type="submit" loading={isSaving} rightSection={<Shortcut keys="mod+Enter" />}>
            {t('conduct:save', { version: version + 1 })}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Group>
    </div>
  )
}
