import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrailFilter } from '#shared/api/audit.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { FormDialog } from '../settings/form-dialog.tsx'

interface ReviewDialogProps {
  readonly filter: TrailFilter
  readonly onClose: () => void
}

/** The review of the entries that are shown is itself an entry, with what was looked at and what was found. */
export function ReviewDialog({ filter, onClose }: ReviewDialogProps) {
  const { t } = useTranslation('trail')
  const language = useLanguage()
  const write = useWrite('audit', 'review')
  const { data: [newest] = [] } = useRead('audit', 'list', { ...filter, newestFirst: true, limit: 1 })
  const { data: overview } = useRead('audit', 'overview', filter)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(write.error)
  const submit = () => {
    setTried(true)
    if (note.trim() === '' || newest === undefined) return
    write.mutate({ filter, seq: newest.seq, note: note.trim() }, { onSuccess: onClose })
  }
  const count = overview?.entries ?? 0
  return (
    <FormDialog
      title={t('review.dialog')}
      action={t('review.save')}
      isDirty={note !== ''}
      isSaving={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">
        {newest === undefined
          ? t('none')
          : t('review.what', { count, entries: countText(count, language), seq: newest.seq })}
      </Text>
      <Textarea
        label={t('review.note')}
        description={t('review.noteHint')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        maxLength={500}
        rows={3}
        required
        data-autofocus
        error={errors['note'] ?? (isTried && note.trim() === '' && t('review.noteMissing'))}
      />
      {write.error && !isAboutFields(write.error, ['note']) && <Failure error={write.error} />}
    </FormDialog>
  )
}
