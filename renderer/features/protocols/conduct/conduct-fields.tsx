import { Input, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './conduct.module.css'
import type { Problems } from './typed-number.ts'

/** What is wrong at a place, in words; undefined before somebody tried to save. */
export type Tell = (place: string) => string | undefined

/** Tells what is wrong once `isTried`. */
export function useTell(problems: Problems, isTried: boolean): Tell {
  const { t } = useTranslation('conduct')
  return place => {
    const found = problems[place]
    if (found === undefined || !isTried) return undefined
    return t(`problem.${found.what}`, { min: found.min ?? 0, max: found.max ?? 0 })
  }
}

interface ShortFieldProps {
  readonly label: string
  /** The label is said, not shown: a table has it above. */
  readonly isHidden?: boolean
  readonly hint?: string | undefined
  readonly unit?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** A number of a few digits; empty where nothing was entered. */
export function ShortField({ label, isHidden = false, hint, unit, onChange, ...rest }: ShortFieldProps) {
  return (
    <TextInput
      {...rest}
      {...(isHidden ? { 'aria-label': label, size: 'xs' } : { label })}
      {...(hint === undefined ? {} : { description: hint })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      rightSection={unit === undefined ? null : <span>{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : unit.length > 1 ? 48 : 34}
      styles={isHidden ? {} : { wrapper: { maxWidth: 150 } }}
    />
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly error: string | undefined
}

/** One of a few; nothing is chosen before somebody chooses, and what was chosen can be let go. */
export function Choice({ label, value, onChange, options, error }: ChoiceProps) {
  const { t } = useTranslation('conduct')
  return (
    <Radio.Group label={label} value={value} onChange={onChange} error={error}>
      <div className={classes['row']} style={{ marginTop: 4 }}>
        {options.map(([option, name]) => (
          <Radio key={option} value={option} label={name} />
        ))}
        <Radio value="" label={t('notChosen')} />
      </div>
    </Radio.Group>
  )
}

interface AnchorFieldProps {
  readonly label: string
  readonly isHidden?: boolean
  /** Words for the empty choice. */
  readonly none: string
  readonly value: string
  readonly doses: number
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** What a visit is counted from. */
export function AnchorField({
  label,
  isHidden = false,
  none,
  value,
  doses,
  onChange,
  error,
}: AnchorFieldProps) {
  const { t } = useTranslation('conduct')
  const numbers = Array.from({ length: Math.max(doses, Number(value) || 0) }, (_, index) => index + 1)
  return (
    <NativeSelect
      {...(isHidden ? { 'aria-label': label, size: 'xs' } : { label })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      data={[
        { value: '', label: none },
        { value: 'enrolment', label: t('anchor.enrolment') },
        ...numbers.map(number => ({ value: String(number), label: t('anchor.dose', { number }) })),
      ]}
    />
  )
}

/** Where a choice comes from, in one line. */
export function Source({ children }: { readonly children: string }) {
  return <Input.Description className={classes['source'] ?? ''}>{children}</Input.Description>
}
