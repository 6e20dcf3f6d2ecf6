import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import type { ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { ReasonAndSave } from '../reason-and-save.tsx'
import { useReason } from '../use-reason.ts'
import type { ReadFile } from './read-file.ts'

interface EnterCriteriaProps {
  readonly details: ProtocolDetails
  readonly file: ReadFile
  readonly onDone: () => void
}

/** Enters the file that was previewed. From the second version on the change needs its reason. */
export function EnterCriteria({ details, file, onDone }: EnterCriteriaProps) {
  const { t } = useTranslation(['protocols', 'common'])
  const { mutate, error, isPending } = useWrite('protocols', 'enterCriteria')
  const expectedVersion = details.criteria?.version ?? 0
  const reason = useReason(expectedVersion)
  const isSame = details.criteria?.sha256 === file.preview.sha256
  const enter = () => {
    const given = reason.ask()
    if (given === undefined) return
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
      noValidate
      onSubmit={event => {
        event.preventDefault()
        enter()
      }}
    >
      {error && <Failure error={error} />}
      {isSame ? (
        <Group gap="sm">
          <span>{t('protocols:site.same')}</span>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </Group>
      ) : (
        <ReasonAndSave
          reason={reason}
          save={t('protocols:site.enter', { version: expectedVersion + 1 })}
          isSaving={isPending}
          onCancel={onDone}
        />
      )}
    </form>
  )
}
