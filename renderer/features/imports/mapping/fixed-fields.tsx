import { Select, Text, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExaminationField } from '#shared/core/imports/mapping.ts'
import { valueName } from '#shared/core/names.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { capital } from '../../chart/fact-words.ts'
import { type DraftFixed, fixedFieldsOf, isNeeded } from './fixed.ts'
import { lazyList } from './lazy-list.ts'
import classes from './mapping.module.css'
import type { MappingDraft } from './mapping-draft.ts'
import { Mark, markOf } from './mark.tsx'

interface FixedFieldsProps {
  readonly draft: MappingDraft
  readonly onChange: (fixed: readonly DraftFixed[]) => void
}

/** What is the same for all examinations of a sheet and stands in none of its columns. */
export function FixedFields({ draft, onChange }: FixedFieldsProps) {
  const { t } = useTranslation('imports')
  const fields = fixedFieldsOf(draft)
  if (fields.length === 0) return null
  const set = (field: ExaminationField, value: string) =>
    onChange([...draft.fixed.filter(one => one.field !== field), ...(value === '' ? [] : [{ field, value }])])
  return (
    <section>
      <Title order={2} size="h3">
        {t('fixed.title')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t('fixed.hint')}
      </Text>
      <div className={classes['format']}>
        {fields.map(({ field, values }) => {
          const value = draft.fixed.find(one => one.field === field)?.value ?? ''
          return (
            <div key={field}>
              <FixedField {...{ field, values, value }} onChange={chosen => set(field, chosen)} />
              <Mark state={markOf(value === '' && isNeeded(field), false)} />
            </div>
          )
        })}
      </div>
    </section>
  )
}

interface FixedFieldProps {
  readonly field: ExaminationField
  /** Those that it can have; any text where it is absent. */
  readonly values: readonly string[] | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

function FixedField({ field, values, value, onChange }: FixedFieldProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const label = t(`role.field.${field}`)
  const placeholder = t(isNeeded(field) ? 'table.choose' : 'fixed.unsaid')
  if (values === undefined)
    return (
      <TextInput
        label={label}
        placeholder={placeholder}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        maxLength={200}
      />
    )
  return (
    <Select
      {...lazyList}
      label={label}
      placeholder={placeholder}
      data={values.map(one => ({ value: one, label: capital(valueName(one)[language]) }))}
      value={value === '' ? null : value}
      onChange={chosen => onChange(chosen ?? '')}
      clearable
    />
  )
}
