import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'

interface EventChoiceProps {
  readonly state: FormState
  readonly patientId: PatientId
  readonly required: boolean
}

/** One of the patient's adverse events. */
export function EventChoice({ state, patientId, required }: EventChoiceProps) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const { value, onChange, error } = state.field('event')
  const data = facts.flatMap(({ id, content }) => {
    if (content.kind !== 'adverse_event') return []
    const onset = content.from === undefined ? t('list.noOnset') : timeText(content.from, language)
    return [{ value: id as string, label: `${content.term} · ${onset}` }]
  })
  return (
    <FieldPlace name="event" error={error}>
      <Select
        label={t('form.event')}
        withAsterisk={required}
        data={data}
        value={value === '' ? null : value}
        onChange={chosen => onChange(chosen ?? '')}
        error={error}
        searchable
        selectFirstOptionOnChange
        clearable={!required}
        nothingFoundMessage={t('form.noEvent')}
      />
    </FieldPlace>
  )
}
