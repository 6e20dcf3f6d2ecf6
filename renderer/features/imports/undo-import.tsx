import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSummary } from '#shared/api/imports.ts'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { ImportedFiles } from './imported-files.tsx'

interface UndoImportProps {
  readonly made: ImportSummary
  readonly onClose: () => void
}

/** Takes a whole import off the charts, with its reason. */
export function UndoImport({ made, onClose }: UndoImportProps) {
  const { t } = useTranslation('imports')
  const undo = useWrite('imports', 'undo')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(undo.error)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') undo.mutate({ id: made.id, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('undo.title')}
      action={t('undo.confirm')}
      isDirty={reason !== ''}
      isSaving={undo.isPending}
      isDangerous
      onSubmit={submit}
      onClose={onClose}
    >
      <ImportedFiles files={made.files} />
      <Text size="sm">{t('undo.what')}</Text>
      <TextInput
        label={t('undo.reason')}
        description={t('undo.reasonHint')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        maxLength={500}
        required
        data-autofocus
        error={errors['reason'] ?? (isTried && reason.trim() === '' && t('undo.reasonMissing'))}
      />
      {undo.error && !isAboutFields(undo.error, ['reason']) && <Failure error={undo.error} />}
    </FormDialog>
  )
}
