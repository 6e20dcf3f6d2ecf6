import { Button, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import type { ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import type { ReadFile } from './read-file.ts'

interface EnterCriteriaProps {
  readonly details: ProtocolDetails
  readonly file: ReadFile
  readonly onDone: () => void
}

/** Enters the file that was previewed. From the second version on the change needs its reason. */
export function EnterCriteria({ details, file, onDone }: EnterCriteriaProps) {
  const { t } = useTranslation(['protocols', 'common'])
  const [reason, setReason] = useState('')
  const [isReasonMissing, setReasonMissing] = useState(false)
  const { mutate, error, isPending } = useWrite('protocols', 'enterCriteria')
  const expectedVersion = details.criteria?.version ?? 0
  const isSame = details.criteria?.sha256 === file.preview.sha256
  const enter = () => {
    const given = reason.trim()
    setReasonMissing(expectedVersion > 0 && given === '')
    if (expectedVersion > 0 && given === '') return
    const { name, text } = file
    const input = { protocolId: details.definition.id, expectedVersion, file: name, text }
    mutate(
      { ...input, ...(given && { reason: given }) },
      {
        onSuccess: ({ version }) => {
          notifications.show({ message: t('protocols:site.entered', { version }) })
          onDone()
        },
      },
    )
  }
  return (
    <form
      className={classes['saveBar']}
      onSubmit={event => {
        event.preventDefault()
        enter()
      }}
    >
      {error && <Failure error={error} />}
      <Group align="flex-end" gap="sm">
        {expectedVersion > 0 && !isSame && (
          <TextInput
            className={classes['grow'] ?? ''}
            label={t('common:reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={isReasonMissing && t('protocols:reasonMissing')}
            maxLength={500}
          />
        )}
        {isSame ? (
          <span>{t('protocols:site.same')}</span>
        ) : (
          <Button type="submit" loading={isPending}>
            {t('protocols:site.enter', { version: expectedVersion + 1 })}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </Group>
    </form>
  )
}
