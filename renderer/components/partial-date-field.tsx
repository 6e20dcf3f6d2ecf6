import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventTime } from '#shared/core/civil-date.ts'
import type { Language } from '#shared/core/text.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { readDate, readEventTime } from './read-date.ts'

interface PartialDateFieldProps {
  readonly label: string
  /** As typed; `readDate` or `readEventTime` tells what it means. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: ReactNode
  /** In place of the hint that says which forms are understood. */
  readonly description?: ReactNode
  readonly required?: boolean
  /** The site's IANA zone, where a time of day may be typed too. */
  readonly timeZone?: string
  readonly autoFocus?: boolean
}

/** A date as far as it is known, typed as people write it; says in words what it understood. */
export function PartialDateField({
  value,
  onChange,
  error,
  description,
  timeZone,
  ...rest
}: PartialDateFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isLeft, setLeft] = useState(false)
  const date = timeZone === undefined ? readDate(value) : readEventTime(value, timeZone)
  const isUnread = value.trim() !== '' && date === undefined
  const shownError = error ?? (isUnread && isLeft ? t('date.notRead') : undefined)
  const hint = description ?? t(timeZone === undefined ? 'date.hint' : 'date.hintWithTime')
  return (
    <TextInput
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={() => setLeft(true)}
      onFocus={() => setLeft(false)}
      error={shownError}
      description={shownError ? undefined : date === undefined ? hint : understood(date, language, t)}
      descriptionProps={{ role: 'status' }}
      // One line below the field for hint, understanding and error alike: nothing jumps.
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  )
}

type Say = (key: 'date.monthKnown' | 'date.yearKnown', values: { date: string }) => string

/** In words unlike the ways to type it, so that a slip is seen: the month by its name, what is not known by name too. */
function understood(date: EventTime, language: Language, t: Say): string {
  const locale = language === 'en' ? 'en-GB' : language
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (date.length > 4) options.month = 'long'
  if (date.length > 7) options.day = 'numeric'
  const text = new Intl.DateTimeFormat(locale, options).format(Date.parse(date.slice(0, 10)))
  if (date.length === 4) return t('date.yearKnown', { date: text })
  if (date.length === 7) return t('date.monthKnown', { date: text })
  return date.length === 10 ? text : `${text} ${date.slice(11, 16)} (${date.slice(19)})`
}
