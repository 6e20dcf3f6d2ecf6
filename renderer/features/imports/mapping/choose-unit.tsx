import { Autocomplete, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unitText } from '../../../i18n/format.ts'
import { lazyList } from './lazy-list.ts'
import { ALL_UNITS } from './test-choices.ts'

interface ChooseUnitProps {
  readonly label: string
  /** Those in which the test is reported, in UCUM; empty where that is not known. */
  readonly units: readonly string[]
  readonly value: string
  readonly onChange: (ucum: string) => void
  /** May be taken away again. */
  readonly isOptional?: boolean
}

/** A unit: one of those that fit, or any UCUM code where nothing tells which fit. */
export function ChooseUnit({ label, units, value, onChange, isOptional = false }: ChooseUnitProps) {
  const { t } = useTranslation('imports')
  if (units.length === 0)
    return (
      <Autocomplete
        {...lazyList}
        size="xs"
        w={150}
        aria-label={label}
        placeholder={isOptional ? '–' : t('unit.choose')}
        data={[...ALL_UNITS]}
        value={value}
        onChange={onChange}
        maxLength={40}
      />
    )
  const shown = value !== '' && !units.includes(value) ? [value, ...units] : units
  return (
    <Select
      {...lazyList}
      size="xs"
      w={150}
      aria-label={label}
      placeholder={isOptional ? '–' : t('unit.choose')}
      data={shown.map(unit => ({ value: unit, label: unitText(unit) || unit }))}
      value={value === '' ? null : value}
      onChange={chosen => onChange(chosen ?? '')}
      clearable={isOptional}
      allowDeselect={isOptional}
    />
  )
}
