import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SeriousnessCriterion } from '#shared/core/facts/safety.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'

/** Whether it is serious, asked for itself: severity is no seriousness. */
export function SeriousField({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  return (
    <FieldPlace name="serious" error={state.errorAt('serious')}>
      <ChoiceField
        label={t('form.serious')}
        description={t('form.seriousHint')}
        options={['yes', 'no']}
        {...state.field('serious')}
      />
    </FieldPlace>
  )
}

/** Each criterion of ICH E2A for itself. */
export function CriteriaField({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const { values, set, errorAt } = state
  const chosen = (values['criteria'] ?? '').split(' ').filter(Boolean)
  return (
    <FieldPlace name="criteria" error={errorAt('criteria')}>
      <Checkbox.Group
        label={t('form.criteria')}
        value={chosen}
        onChange={next =>
          set({ criteria: SeriousnessCriterion.options.filter(one => next.includes(one)).join(' ') })
        }
        error={errorAt('criteria')}
      >
        <Stack gap={6} mt={4}>
          {SeriousnessCriterion.options.map(criterion => (
            <Checkbox key={criterion} value={criterion} label={t(`criterion.${criterion}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FieldPlace>
  )
}
