import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import { useWrite } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Failure } from '../../../components/failure.tsx'
import { FormDialog } from '../../settings/form-dialog.tsx'
import { ReasonField } from '../../settings/reason-field.tsx'
import { noteDraftOf, noteOf } from './note-draft.ts'
import { NoteFields } from './note-fields.tsx'

interface AssessDialogProps {
  readonly deviation: Deviation
  readonly onClose: () => void
}

/** What the site says about a deviation; a change of what was said needs its reason. */
export function AssessDialog({ deviation, onClose }: AssessDialogProps) {
  const { t } = useTranslation(['visits', 'common'])
  const textOf = useCoreText()
  const { key, note, text, screeningNumber, protocol } = deviation
  const [draft, setDraft] = useState(() => noteDraftOf(note))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, error, isPending } = useWrite('deviations', 'note')
  const isChange = note !== null
  const submit = () => {
    setTried(true)
    const said = noteOf(draft)
    if (said === undefined || (isChange && reason.trim() === '')) return
    const input = { key, expectedVersion: note?.version ?? 0, note: said }
    mutate({ ...input, ...(isChange && { reason: reason.trim() }) }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('visits:deviations.assessTitle', { number: screeningNumber, protocol })}
      action={t('common:save')}
      isDirty={JSON.stringify(draft) !== JSON.stringify(noteDraftOf(note))}
      isSaving={isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{textOf(text)}</Text>
      <NoteFields draft={draft} onChange={setDraft} isTried={isTried} />
      {isChange && <ReasonField value={reason} onChange={setReason} isTried={isTried} />}
      {error && <Failure error={error} />}
    </FormDialog>
  )
}
