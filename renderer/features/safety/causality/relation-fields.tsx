import { useTranslation } from 'react-i18next'
import { Relation } from '#shared/core/facts/safety.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { Part } from './part.tsx'

export const RELATIONS = ['product', 'procedure', 'disease'] as const

/** The investigator's own word on each possible cause; nothing is chosen before somebody chooses. */
export function RelationFields({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('causality')
  return (
    <Part title={t('form.relations')} hint={t('form.relationsHint')}>
      {RELATIONS.map(name => (
        <FieldPlace key={name} name={name} error={state.errorAt(name)}>
          <ChoiceField
            label={t(`relation.${name}`)}
            required
            options={Relation.options}
            {...state.field(name)}
          />
        </FieldPlace>
      ))}
    </Part>
  )
}
