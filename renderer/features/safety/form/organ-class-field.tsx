import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrganClass, organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'

/** The organ class of a term outside the list; a listed term has its own. */
export function OrganClassField({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { value, onChange, error } = state.field('organClass')
  return (
    <FieldPlace name="organClass" error={error}>
      <Select
        label={t('form.organClass')}
        description={t('form.organClassHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={OrganClass.options.map(one => ({ value: one as string, label: organClasses[one][language] }))}
        value={value === '' ? null : value}
        onChange={chosen => onChange(chosen ?? '')}
        error={error}
        searchable
        selectFirstOptionOnChange
        clearable
      />
    </FieldPlace>
  )
}
