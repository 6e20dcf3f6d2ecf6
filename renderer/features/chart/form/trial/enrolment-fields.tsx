import { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../../api/hooks.ts'
import { attributeTitle, useSpeech } from '../../fact-words.ts'
import { ChoiceField, FactField, type FieldProps } from '../fact-field.tsx'
import { FieldPlace, type FormState, focusFirst } from '../field-place.tsx'
import { fieldsOf } from '../fields.ts'

/** The form of an enrolment: its cohort is one of those that the site has entered, and is not asked for without any. */
export function EnrolmentFields({ state }: { readonly state: FormState }) {
  const { data: protocol } = ProtocolId.safeParse(state.values['protocol'])
  return fieldsOf('enrolment').map((field, index) => (
    <FieldPlace key={field.name} name={field.name} error={state.errorAt(field.name)}>
      {field.name === 'cohort' ? (
        protocol && <CohortField protocol={protocol} {...state.field(field.name)} />
      ) : (
        <FactField field={field} {...focusFirst(state.field(field.name), index === 0)} />
      )}
    </FieldPlace>
  ))
}

interface CohortFieldProps extends FieldProps {
  readonly protocol: ProtocolId
}

function CohortField({ protocol, ...props }: CohortFieldProps) {
  const speech = useSpeech()
  const { data } = useRead('conduct', 'get', { protocolId: protocol })
  const cohorts = data?.safety?.content.cohorts ?? []
  const ids = cohorts.map(({ id }) => id)
  // A cohort that a later version left out stays what was charted.
  const options = props.value === '' || ids.includes(props.value) ? ids : [...ids, props.value]
  if (options.length === 0) return null
  return (
    <ChoiceField
      {...props}
      label={attributeTitle('cohort', speech)}
      options={options}
      nameOf={id => cohorts.find(one => one.id === id)?.title ?? id}
    />
  )
}
