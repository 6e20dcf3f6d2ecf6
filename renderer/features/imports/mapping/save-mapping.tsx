import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '#shared/core/imports/mapping.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../../components/field-errors.ts'
import { useRight } from '../../../session/session.tsx'
import { FormDialog } from '../../settings/form-dialog.tsx'
import { ReasonField } from '../../settings/reason-field.tsx'
import type { NewImportState } from '../use-new-import.ts'
import { type MappingDraft, mappingOf } from './mapping-draft.ts'
import { isSameMapping } from './same-mapping.ts'

interface SaveMappingProps {
  readonly state: NewImportState
  readonly draft: MappingDraft
}

/** Keeps the mapping for the laboratory's next file; a later version asks for its reason. */
export function SaveMapping({ state, draft }: SaveMappingProps) {
  const { t } = useTranslation('imports')
  const mayWrite = useRight('laboratories.write')
  const [isOpen, setOpen] = useState(false)
  const mapping = mappingOf(draft)
  const { laboratory } = state.setup
  const { data: kept = [] } = useRead('imports', 'mappings', {})
  const last = kept.find(one => one.laboratory === laboratory && one.about === draft.about)
  if (!mayWrite || laboratory === null || mapping === undefined) return null
  const isSaved = last !== undefined && isSameMapping(last.mapping, mapping)
  if (isSaved)
    return (
      <Text size="sm" c="dimmed">
        {t('save.saved', { version: last.version })}
      </Text>
    )
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('save.open')}
      </Button>
      {isOpen && (
        <SaveDialog
          {...{ laboratory, mapping, version: last?.version ?? 0 }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

interface SaveDialogProps {
  readonly laboratory: string
  readonly mapping: Mapping
  /** The last one that is kept; 0 where there is none. */
  readonly version: number
  readonly onClose: () => void
}

function SaveDialog({ laboratory, mapping, version, onClose }: SaveDialogProps) {
  const { t } = useTranslation('imports')
  const save = useWrite('imports', 'saveMapping')
  const { data: laboratories = [] } = useRead('laboratories', 'list', {})
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(save.error)
  const asksReason = version > 0
  const submit = () => {
    setTried(true)
    if (asksReason && reason.trim() === '') return
    save.mutate(
      { laboratory, mapping, expectedVersion: version, ...(asksReason ? { reason: reason.trim() } : {}) },
      { onSuccess: onClose },
    )
  }
  const name = laboratories.find(({ id }) => id === laboratory)?.name ?? ''
  return (
    <FormDialog
      title={t('save.title', { laboratory: name })}
      action={t('save.open')}
      isDirty={reason !== ''}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('save.what', { version: version + 1, about: t(`about.${mapping.about}`) })}</Text>
      {asksReason && (
        <ReasonField value={reason} onChange={setReason} isTried={isTried} error={errors['reason']} />
      )}
      {save.error && !isAboutFields(save.error, ['reason']) && <Failure error={save.error} />}
    </FormDialog>
  )
}
