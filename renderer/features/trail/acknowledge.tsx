import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { ReasonField } from '../settings/reason-field.tsx'

interface AcknowledgeProps {
  /** The entry that tells of the finding. */
  readonly seq: number
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A finding of an opening is known, and why it happened is kept. */
export function Acknowledge({ seq, onClose, onDone }: AcknowledgeProps) {
  const { t } = useTranslation('trail')
  const write = useWrite('audit', 'acknowledge')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(write.error)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') write.mutate({ seq, reason }, { onSuccess: onDone })
  }
  return (
    <FormDialog
      title={t('acknowledge.title', { seq })}
      action={t('acknowledge.open')}
      isDirty={reason !== ''}
      isSaving={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('acknowledge.hint')}</Text>
      <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
      {write.error && !isAboutFields(write.error, ['reason']) && <Failure error={write.error} />}
    </FormDialog>
  )
}
