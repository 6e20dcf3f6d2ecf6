import { Select, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSettings } from '#shared/api/backups.ts'
import { useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { ReasonField } from '../settings/reason-field.tsx'
import { EVERY, EVERY_NAMES, type EveryName, everyName } from './backup-words.ts'
import { FolderField } from './folder-field.tsx'
import { isWithin, KeepFields } from './keep-fields.tsx'

/** What is offered where nothing was chosen yet: a day lost at most, and half a year to look back. */
const FIRST: BackupSettings = {
  folder: '',
  everyHours: 24,
  onClosing: true,
  keep: { days: 7, weeks: 4, months: 6 },
}

interface PlanDialogProps {
  readonly settings: BackupSettings | null
  readonly version: number
  readonly onClose: () => void
}

/** Where and when to back up, and how many are kept: changed with a reason. */
export function PlanDialog({ onClose, ...found }: PlanDialogProps) {
  const { t } = useTranslation('backups')
  // As it was when the dialog opened: what somebody else decided meanwhile is refused, not written over.
  const [{ settings, version }] = useState(found)
  const [typed, setTyped] = useState(settings ?? FIRST)
  // Of what was looked at when it was opened: somebody else's change must not be taken back unseen.
  const [expectedVersion] = useState(version)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const write = useWrite('backups', 'configure')
  const errors = useFieldErrors(write.error)
  const wanted = { ...typed, folder: typed.folder.trim() }
  const isSame = JSON.stringify(wanted) === JSON.stringify(settings)
  const submit = () => {
    setTried(true)
    if (wanted.folder === '' || !isWithin(wanted.keep) || isSame || reason.trim() === '') return
    write.mutate({ expectedVersion, settings: wanted, reason }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('form.title')}
      action={t('form.save')}
      isDirty={!isSame && wanted !== FIRST && (settings !== null || wanted.folder !== '')}
      isSaving={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <FolderField
        value={typed.folder}
        onChange={folder => setTyped({ ...typed, folder })}
        error={errors['settings.folder'] ?? (isTried && wanted.folder === '' && t('form.folderMissing'))}
      />
      <WhenFields value={typed} onChange={setTyped} />
      <KeepFields value={typed.keep} onChange={keep => setTyped({ ...typed, keep })} />
      <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
      {isTried && isSame && <Text size="sm">{t('form.same')}</Text>}
      {write.error && !isAboutFields(write.error, ['settings.folder', 'reason']) && (
        <Failure error={write.error} />
      )}
    </FormDialog>
  )
}

interface WhenFieldsProps {
  readonly value: BackupSettings
  readonly onChange: (value: BackupSettings) => void
}

function WhenFields({ value, onChange }: WhenFieldsProps) {
  const { t } = useTranslation('backups')
  const data = EVERY_NAMES.map(name => ({ value: name, label: t(`plan.every.${name}`) }))
  return (
    <Stack gap="sm">
      <Select
        label={t('form.when')}
        data={data}
        value={everyName(value.everyHours)}
        onChange={name => name && onChange({ ...value, everyHours: EVERY[name as EveryName] })}
        allowDeselect={false}
        maw={420}
      />
      <Switch
        label={t('form.onClosing')}
        description={t('form.onClosingHint')}
        checked={value.onClosing}
        onChange={event => onChange({ ...value, onClosing: event.currentTarget.checked })}
      />
    </Stack>
  )
}
