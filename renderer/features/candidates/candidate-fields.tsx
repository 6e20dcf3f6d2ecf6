import { Group, PasswordInput, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Sex } from '#shared/core/facts/candidate.ts'
import { PartialDateField } from '../../components/partial-date-field.tsx'
import type { CandidateField, CandidateValues } from './candidate-form.ts'

interface CandidateFieldsProps {
  readonly values: CandidateValues
  readonly onChange: (values: CandidateValues) => void
  readonly identifier: string
  readonly onIdentifier: (identifier: string) => void
  /** In words, by field. */
  readonly errors: Readonly<Partial<Record<CandidateField | 'identifier', string>>>
  /** Left out for those who may not see it, where there may be one already. */
  readonly hasFullName: boolean
  readonly isAmending: boolean
}

/** Hints below, as those of the dates. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** Everything that is kept about who a candidate is, for a new one and for a change. */
export function CandidateFields(props: CandidateFieldsProps) {
  const { values, onChange, identifier, onIdentifier, errors, hasFullName, isAmending } = props
  const { t } = useTranslation('candidates')
  const set = (field: CandidateField) => (value: string) => onChange({ ...values, [field]: value })
  const plain = (field: CandidateField) => ({
    label: t(`field.${field}`),
    value: values[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => set(field)(event.currentTarget.value),
    error: errors[field],
    autoComplete: 'off',
    spellCheck: false,
    inputWrapperOrder: ORDER,
  })
  const date = (field: 'birthDate' | 'registrationDate') => ({
    label: t(`field.${field}`),
    value: values[field],
    onChange: set(field),
    error: errors[field],
  })
  return (
    <Stack gap="md">
      <SimpleGrid cols={isAmending ? 1 : 2} spacing="md" verticalSpacing="md">
        <TextInput {...plain('screeningNumber')} required data-autofocus autoFocus={!isAmending} />
        <TextInput {...plain('initials')} required />
      </SimpleGrid>
      <Radio.Group
        label={t('field.sex')}
        value={values.sex}
        onChange={set('sex')}
        error={errors.sex}
        required
      >
        <Group gap="lg" mt={6} mb={6}>
          {Sex.options.map(sex => (
            <Radio key={sex} value={sex} label={t(`sexChoice.${sex}`)} />
          ))}
        </Group>
      </Radio.Group>
      <SimpleGrid cols={isAmending ? 1 : 2} spacing="md" verticalSpacing="md">
        <PartialDateField {...date('birthDate')} />
        <PartialDateField {...date('registrationDate')} description={t('hint.registrationDate')} />
      </SimpleGrid>
      <TextInput {...plain('contact')} description={t('hint.contact')} />
      {hasFullName && <TextInput {...plain('fullName')} description={t('hint.fullName')} />}
      <PasswordInput
        label={t('field.identifier')}
        description={t(isAmending ? 'hint.identifierAgain' : 'hint.identifier')}
        value={identifier}
        onChange={({ currentTarget }) => onIdentifier(currentTarget.value)}
        error={errors.identifier}
        autoComplete="off"
        inputWrapperOrder={ORDER}
        visibilityToggleButtonProps={{ 'aria-label': t('showIdentifier') }}
      />
    </Stack>
  )
}
