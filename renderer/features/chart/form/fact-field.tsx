import { Button, Group, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { valueName } from '#shared/core/names.ts'
import { useRead } from '../../../api/hooks.ts'
import { PartialDateField } from '../../../components/partial-date-field.tsx'
import { useSession } from '../../../session/session.tsx'
import { useToday } from '../../candidates/use-today.ts'
import { attributeTitle, capital, useSpeech } from '../fact-words.ts'
import classes from './fact-form.module.css'
import type { Field } from './fields.ts'

/** What every field of a form gets: what is typed, what is wrong with it, in words. */
export interface FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly autoFocus?: boolean
}

interface FactFieldProps extends FieldProps {
  readonly field: Field
}

/** A field as its schema asks for it. */
export function FactField({ field, ...props }: FactFieldProps) {
  const speech = useSpeech()
  const label = attributeTitle(field.name, speech)
  const { required, type } = field
  switch (type.as) {
    case 'time':
      return <TimeField label={label} required={required} withClock {...props} />
    case 'end':
      return <EndField label={label} {...props} />
    case 'protocol':
      return <ProtocolField label={label} {...props} />
    case 'choice':
      return <OfferedChoice {...{ label, required, ...props }} options={type.options} />
    case 'longText':
      return <LongTextField {...{ label, required, ...props }} />
    case 'integer':
      return (
        <PlainField
          {...{ label, required, ...props }}
          inputMode="numeric"
          hint={boundsText(type.min, type.max)}
        />
      )
    case 'number':
      return <PlainField {...{ label, required, ...props }} inputMode="decimal" />
    case 'text':
      return <PlainField {...{ label, required, ...props }} />
  }
}

function boundsText(min: number, max: number): string | undefined {
  return max > 1000 ? undefined : `${min} – ${max}`
}

interface LabelledProps extends FieldProps {
  readonly label: string
  readonly required?: boolean
}

interface TimeFieldProps extends LabelledProps {
  /** Whether a time of day may be typed. */
  readonly withClock?: boolean
  readonly description?: string
}

/** A date as far as it is known; `t` is today. */
export function TimeField({ onChange, withClock = false, description, error, ...rest }: TimeFieldProps) {
  const { t } = useTranslation('chart')
  const { site } = useSession()
  const today = useToday()
  return (
    <PartialDateField
      {...rest}
      {...(withClock ? { timeZone: site.timeZone } : {})}
      description={description ?? (withClock ? t('form.timeHint') : t('form.dateHint'))}
      error={error}
      onChange={value => onChange(/^t$/i.test(value.trim()) ? today : value)}
    />
  )
}

/** When something ended, or that it goes on; empty where that is not known. */
export function EndField({ label, value, onChange, ...rest }: LabelledProps) {
  const { t } = useTranslation('chart')
  const isOngoing = value === 'ongoing'
  return (
    <div className={classes['end']}>
      {isOngoing ? (
        <TextInput
          {...rest}
          label={label}
          value={t('form.ongoing')}
          readOnly
          description={t('form.ongoingHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      ) : (
        <TimeField
          {...rest}
          label={label}
          value={value}
          onChange={onChange}
          withClock
          description={t('form.endHint')}
        />
      )}
      <Button
        variant="default"
        className={classes['beside'] ?? ''}
        aria-pressed={isOngoing}
        onClick={() => onChange(isOngoing ? '' : 'ongoing')}
      >
        {isOngoing ? t('form.notOngoing') : t('form.ongoing')}
      </Button>
    </div>
  )
}

interface ChoiceFieldProps extends LabelledProps {
  readonly options: readonly string[]
  readonly nameOf?: (option: string) => string
  readonly description?: string
}

/** Values of older charts that have a form of their own by now: a first dose is entered as a dose. */
const OLDER: ReadonlySet<string> = new Set(['dosed'])

/** The older values are offered where one of them is corrected, and nowhere else. */
function OfferedChoice({ options, ...props }: ChoiceFieldProps) {
  const [first] = useState(props.value)
  return <ChoiceField {...props} options={options.filter(one => !OLDER.has(one) || one === first)} />
}

const FEW = 5

/** One of a few as radio buttons, one of many from a list. Nothing is chosen before somebody chooses. */
export function ChoiceField({ options, nameOf, ...props }: ChoiceFieldProps) {
  const { language } = useSpeech()
  const name = nameOf ?? (option => capital(valueName(option)[language]))
  return options.length > FEW ? (
    <LongChoice {...props} options={options} nameOf={name} />
  ) : (
    <ShortChoice {...props} options={options} nameOf={name} />
  )
}

type NamedChoiceProps = ChoiceFieldProps & { readonly nameOf: (option: string) => string }

function ShortChoice({
  label,
  required,
  value,
  onChange,
  error,
  options,
  nameOf,
  autoFocus,
  description,
}: NamedChoiceProps) {
  const { t } = useTranslation('chart')
  return (
    <Radio.Group
      label={label}
      withAsterisk={required ?? false}
      value={value === '' ? null : value}
      onChange={onChange}
      error={error}
      description={description}
    >
      <Group gap={16} mt={4}>
        {options.map((option, index) => (
          <Radio
            key={option}
            value={option}
            label={nameOf(option)}
            autoFocus={autoFocus && index === 0}
            data-autofocus={autoFocus && index === 0}
          />
        ))}
        {!required && value !== '' && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange('')}>
            {t('form.clear')}
          </Button>
        )}
      </Group>
    </Radio.Group>
  )
}

function LongChoice({ value, onChange, options, nameOf, required, ...rest }: NamedChoiceProps) {
  const { t } = useTranslation('chart')
  return (
    <Select
      {...rest}
      withAsterisk={required ?? false}
      data={options.map(option => ({ value: option, label: nameOf(option) }))}
      value={value === '' ? null : value}
      onChange={chosen => onChange(chosen ?? '')}
      searchable
      selectFirstOptionOnChange
      clearable={!required}
      nothingFoundMessage={t('form.nothingFound')}
    />
  )
}

/** One of the protocols by its number, with its title. */
export function ProtocolField(props: LabelledProps) {
  const { language } = useSpeech()
  const { data = [] } = useRead('protocols', 'list', {})
  const chosen = data.find(({ id }) => id === props.value)
  return (
    <ChoiceField
      {...props}
      required
      options={data.map(({ id }) => id)}
      nameOf={id => id}
      {...(chosen ? { description: chosen.title[language] } : {})}
    />
  )
}

interface PlainFieldProps extends LabelledProps {
  readonly inputMode?: 'numeric' | 'decimal'
  readonly hint?: string | undefined
  readonly readOnly?: boolean
}

/** A text or number in one line. */
export function PlainField({ required, hint, onChange, ...rest }: PlainFieldProps) {
  return (
    <TextInput
      {...rest}
      withAsterisk={required ?? false}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

/** A text of several lines. */
export function LongTextField({ required, onChange, ...rest }: LabelledProps) {
  return (
    <Textarea
      {...rest}
      withAsterisk={required ?? false}
      rows={2}
      resize="vertical"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
