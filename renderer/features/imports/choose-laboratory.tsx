import { Anchor, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead, useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import { useRight } from '../../session/session.tsx'
import { FormDialog } from '../settings/form-dialog.tsx'

interface ChooseLaboratoryProps {
  readonly value: string | null
  /** Tables need one; FHIR and ODM name it themselves as a rule. */
  readonly isNeeded: boolean
  readonly onChange: (id: string | null) => void
}

/** Id of the field, for whoever is sent to it. */
export const LABORATORY_FIELD = 'import-laboratory'

/** Whose files these are: one of the site's laboratories, or one that is added on the way. */
export function ChooseLaboratory({ value, isNeeded, onChange }: ChooseLaboratoryProps) {
  const { t } = useTranslation('imports')
  const mayAdd = useRight('laboratories.write')
  const { data: laboratories = [] } = useRead('laboratories', 'list', {})
  const [isAdding, setAdding] = useState(false)
  return (
    <div>
      <Select
        id={LABORATORY_FIELD}
        label={t('laboratory.label')}
        description={t(isNeeded ? 'laboratory.hint' : 'laboratory.optional')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('laboratory.placeholder')}
        data={laboratories.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={onChange}
        searchable
        clearable={!isNeeded}
        allowDeselect={!isNeeded}
        withAsterisk={isNeeded}
      />
      {mayAdd && (
        <Anchor component="button" type="button" size="sm" mt={4} onClick={() => setAdding(true)}>
          {t('laboratory.add')}
        </Anchor>
      )}
      {isAdding && (
        <AddLaboratory
          onClose={() => setAdding(false)}
          onAdded={id => {
            setAdding(false)
            onChange(id)
          }}
        />
      )}
    </div>
  )
}

interface AddLaboratoryProps {
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

function AddLaboratory({ onClose, onAdded }: AddLaboratoryProps) {
  const { t } = useTranslation('imports')
  const add = useWrite('laboratories', 'add')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const errors = useFieldErrors(add.error)
  const submit = () => {
    setTried(true)
    if (name.trim() !== '')
      add.mutate({ name: name.trim(), tests: [] }, { onSuccess: ({ id }) => onAdded(id) })
  }
  return (
    <FormDialog
      title={t('laboratory.addTitle')}
      action={t('laboratory.addAction')}
      isDirty={name !== ''}
      isSaving={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('laboratory.newName')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        maxLength={200}
        required
        data-autofocus
        error={errors['name'] ?? (isTried && name.trim() === '' && t('laboratory.nameMissing'))}
      />
      <Text size="sm" c="dimmed">
        {t('laboratory.newHint')}
      </Text>
      {add.error && !isAboutFields(add.error, ['name']) && <Failure error={add.error} />}
    </FormDialog>
  )
}
