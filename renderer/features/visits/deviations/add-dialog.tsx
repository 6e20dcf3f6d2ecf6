import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CivilDate } from '#shared/core/civil-date.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { PartialDateField } from '../../../components/partial-date-field.tsx'
import { readDate } from '../../../components/read-date.ts'
import { FormDialog } from '../../settings/form-dialog.tsx'
import { isDay, noteDraftOf, noteOf } from './note-draft.ts'
import { NoteFields } from './note-fields.tsx'

interface AddDialogProps {
  readonly patientId?: PatientId | undefined
  readonly protocolId?: ProtocolId | undefined
  readonly onClose: () => void
}

const EMPTY = { on: '', text: '' }

/** A deviation that Lobule cannot see by itself. */
export function AddDialog({ onClose, ...known }: AddDialogProps) {
  const { t } = useTranslation('visits')
  const [patientId, setPatientId] = useState(known.patientId)
  const [protocolId, setProtocolId] = useState(known.protocolId)
  const [typed, setTyped] = useState(EMPTY)
  const [draft, setDraft] = useState(() => noteDraftOf(null))
  const [isTried, setTried] = useState(false)
  const { mutate, error, isPending } = useWrite('deviations', 'add')
  const submit = () => {
    setTried(true)
    const note = noteOf(draft)
    const on = CivilDate.safeParse(readDate(typed.on)).data
    const text = typed.text.trim()
    if (!patientId || !protocolId || !on || text === '' || note === undefined) return
    mutate({ patientId, protocolId, on, text, note }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t('deviations.addTitle')}
      action={t('deviations.addSave')}
      isDirty={typed !== EMPTY}
      isSaving={isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Who
        {...{ patientId, protocolId, isTried }}
        isKnown={known.patientId !== undefined}
        onPatient={setPatientId}
        onProtocol={setProtocolId}
      />
      <PartialDateField
        label={t('deviations.on')}
        description={t('deviations.dayHint')}
        value={typed.on}
        onChange={on => setTyped({ ...typed, on })}
        error={isTried && !isDay(typed.on) ? t('deviations.dayWrong') : undefined}
        required
      />
      <Textarea
        label={t('deviations.what')}
        value={typed.text}
        onChange={({ currentTarget }) => setTyped({ ...typed, text: currentTarget.value })}
        error={isTried && typed.text.trim() === '' && t('deviations.missing')}
        maxLength={2000}
        rows={3}
        resize="vertical"
        required
      />
      <NoteFields draft={draft} onChange={setDraft} isTried={isTried} />
      {error && <Failure error={error} />}
    </FormDialog>
  )
}

interface WhoProps {
  readonly patientId: PatientId | undefined
  readonly protocolId: ProtocolId | undefined
  /** The candidate is the one beside whom the form opened. */
  readonly isKnown: boolean
  readonly isTried: boolean
  readonly onPatient: (id: PatientId | undefined) => void
  readonly onProtocol: (id: ProtocolId | undefined) => void
}

function Who({ patientId, protocolId, isKnown, isTried, onPatient, onProtocol }: WhoProps) {
  const { t } = useTranslation('visits')
  const { data: patients = [] } = useRead('patients', 'list', {})
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const missing = (id: string | undefined) => isTried && id === undefined && t('deviations.missing')
  return (
    <>
      {!isKnown && (
        <Select
          label={t('deviations.candidate')}
          data={patients.map(({ id, screeningNumber }) => ({ value: id, label: screeningNumber }))}
          value={patientId ?? null}
          onChange={id => onPatient(PatientId.safeParse(id).data)}
          error={missing(patientId)}
          searchable
          selectFirstOptionOnChange
          required
          data-autofocus
        />
      )}
      <Select
        label={t('deviations.protocol')}
        data={protocols.map(({ id }) => id)}
        value={protocolId ?? null}
        onChange={id => onProtocol(ProtocolId.safeParse(id).data)}
        error={missing(protocolId)}
        allowDeselect={false}
        required
      />
    </>
  )
}
