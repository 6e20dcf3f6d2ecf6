import { Select } from '@mantine/core'
import { Analyte, analytes } from '#shared/core/analytes.ts'
import { FactKind } from '#shared/core/facts/content.ts'
import { useSpeech } from '../fact-words.ts'
import { ChoiceField, LongTextField, TimeField } from './fact-field.tsx'
import { FieldPlace, type FormState } from './field-place.tsx'
import { SubjectField } from './negative-finding-fields.tsx'

/** That something was asked for and cannot be had, or does not arise for this patient; and why. */
export function NotKnownFields({ state }: { readonly state: FormState }) {
  const { language, t } = useSpeech()
  const { values, set, errorAt, field } = state
  return (
    <>
      <FieldPlace name="about" error={errorAt('about')}>
        <SubjectField
          value={values['about'] ?? ''}
          onChange={about => set({ about, analyte: '' })}
          error={errorAt('about')}
          kinds={FactKind.options}
        />
      </FieldPlace>
      {values['about'] === 'laboratory' && (
        <FieldPlace name="analyte" error={errorAt('analyte')}>
          <Select
            label={t('form.analyte')}
            withAsterisk
            data={Analyte.options.map(analyte => ({
              value: analyte,
              label: `${analytes[analyte].abbreviation} ${analytes[analyte].name[language]}`,
            }))}
            value={values['analyte'] || null}
            onChange={analyte => set({ analyte: analyte ?? '' })}
            error={errorAt('analyte')}
            searchable
            selectFirstOptionOnChange
          />
        </FieldPlace>
      )}
      <FieldPlace name="state" error={errorAt('state')}>
        <ChoiceField
          label={t('notKnown.state')}
          required
          options={['unknown', 'not_applicable']}
          nameOf={option => (option === 'unknown' ? t('state.unknown') : t('state.not_applicable'))}
          {...field('state')}
          autoFocus={values['about'] !== undefined && values['about'] !== ''}
        />
      </FieldPlace>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField label={t('notKnown.on')} description={t('notKnown.onHint')} required {...field('on')} />
      </FieldPlace>
      <FieldPlace name="ground" error={errorAt('ground')}>
        <LongTextField label={t('notKnown.ground')} required {...field('ground')} />
      </FieldPlace>
    </>
  )
}
