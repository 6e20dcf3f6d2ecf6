import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ChoiceField, PlainField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { useSiteSafety } from './use-site-safety.ts'

interface ExpectednessFieldsProps {
  readonly state: FormState
  readonly patientId: PatientId
}

/** Expected or not, against the reference safety information that the site names for the patient's trial. */
export function ExpectednessFields({ state, patientId }: ExpectednessFieldsProps) {
  const { t } = useTranslation('safety')
  const { values, set, field, errorAt } = state
  const reference = useSiteSafety(patientId)?.reference
  const named = reference && `${reference.name}, ${reference.version}`
  return (
    <>
      <Reference reference={reference} term={values['term'] ?? ''} />
      <FieldPlace name="expectedness" error={errorAt('expectedness')}>
        <ChoiceField
          label={t('form.expectedness')}
          options={['expected', 'unexpected']}
          {...field('expectedness')}
          onChange={answer =>
            set({
              expectedness: answer,
              // The answer is against this reference and no other.
              expectednessReference: answer === '' ? '' : values['expectednessReference'] || (named ?? ''),
            })
          }
        />
      </FieldPlace>
      {(values['expectedness'] ?? '') !== '' && (
        <FieldPlace name="expectednessReference" error={errorAt('expectednessReference')}>
          <PlainField label={t('form.reference')} required {...field('expectednessReference')} />
        </FieldPlace>
      )}
    </>
  )
}

type SiteReference = NonNullable<ReturnType<typeof useSiteSafety>>['reference']

interface ReferenceProps {
  readonly reference: SiteReference
  readonly term: string
}

function Reference({ reference, term }: ReferenceProps) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  if (reference === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('form.noReference')}
      </Text>
    )
  const { name, version, on, expected } = reference
  const listed = expected.find(one => one.toLowerCase() === term.trim().toLowerCase())
  return (
    <Text size="sm">
      {t('form.referenceIs', { name, version, on: dateText(on, language) })}{' '}
      {listed === undefined
        ? t('form.notListed', { count: expected.length })
        : t('form.listed', { term: listed })}
    </Text>
  )
}
