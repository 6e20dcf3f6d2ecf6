import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { FolderField } from './folder-field.tsx'

/** One backup to another folder than the usual one, such as a stick that is kept in another house. */
export function BackUpElsewhere({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation('backups')
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" disabled={disabled} aria-haspopup="dialog" onClick={open}>
        {t('elsewhere.open')}
      </Button>
      {isOpen && <ElsewhereDialog onClose={close} />}
    </>
  )
}

function ElsewhereDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('backups')
  const [folder, setFolder] = useState('')
  const [isTried, setTried] = useState(false)
  const start = useWrite('backups', 'start')
  const errors = useFieldErrors(start.error)
  const wanted = folder.trim()
  const submit = () => {
    setTried(true)
    if (wanted !== '') start.mutate({ folder: wanted }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('elsewhere.title')}
      action={t('now.make')}
      isDirty={false}
      isSaving={start.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <FolderField
        value={folder}
        onChange={setFolder}
        error={errors['settings.folder'] ?? (isTried && wanted === '' && t('form.folderMissing'))}
      />
      {start.error && !isAboutFields(start.error, ['settings.folder']) && <Failure error={start.error} />}
    </FormDialog>
  )
}
