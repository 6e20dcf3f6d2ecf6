import { useTranslation } from 'react-i18next'
import { Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import { trailActionNames, trailFieldNames, trailValueNames } from '#shared/core/trail-names.ts'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import type { Entry } from './use-trail.ts'

/** The time of an entry as the site's clock showed it. */
export function localTime({ at, offset }: Pick<Entry, 'at' | 'offset'>): { day: string; time: string } {
  const [hours = '0', minutes = '0'] = offset.slice(1).split(':')
  const ahead = (Number(hours) * 60 + Number(minutes)) * (offset.startsWith('-') ? -60_000 : 60_000)
  const local = new Date(Date.parse(at) + ahead).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 19) }
}

/** What was done, in words; an action without words stands as it is kept. */
export function useActionName(): (action: string) => string {
  const language = useLanguage()
  return action => trailActionNames[action]?.[language] ?? action
}

/** A name with what it was and what it is now. */
interface Line {
  readonly name: string
  readonly was?: string | undefined
  readonly now?: string | undefined
}

/** What an entry changed, line by line in words. */
export function useWordsOf(): (entry: Entry) => readonly Line[] {
  const nameOf = useFieldName()
  const textOf = useValueText()
  return ({ field, oldValue, newValue }) => {
    const lineOf = (name: string, was: unknown, now: unknown): Line => ({
      name: nameOf(name),
      ...(isThere(was) ? { was: textOf(name, was) } : {}),
      ...(isThere(now) ? { now: textOf(name, now) } : {}),
    })
    const old = asRecord(oldValue)
    const next = asRecord(newValue)
    if (old === undefined && next === undefined) {
      return isThere(oldValue) || isThere(newValue) ? [lineOf(field ?? 'value', oldValue, newValue)] : []
    }
    const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(next ?? {})])]
    return (
      names
        // Told only where there is something to tell.
        .filter(name => !(name === 'failedAttempts' && next?.[name] === 0))
        .filter(name => JSON.stringify(old?.[name]) !== JSON.stringify(next?.[name]))
        .map(name => lineOf(name, old?.[name], next?.[name]))
        .filter(({ was, now }) => was !== undefined || now !== undefined)
    )
  }
}

function useFieldName(): (name: string) => string {
  const language = useLanguage()
  return name => trailFieldNames[name]?.[language] ?? name
}

/** In full where the entry stands as it is stored. */
const SHA256 = /^[0-9a-f]{64}$/

const PEOPLE = new Set(['holder', 'secondPerson', 'userId', 'user', 'signer', 'recordedBy'])

function useValueText(): (name: string, value: unknown) => string {
  const { t, i18n } = useTranslation(['trail', 'shell', 'documents'])
  const language = useLanguage()
  const personOf = usePeople()
  const nameOf = useFieldName()
  const text = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'trail:yes' : 'trail:no')
    if (Array.isArray(value)) return value.map(one => text(name, one)).join(language === 'en' ? ', ' : '、')
    const inside = asRecord(value)
    if (inside) {
      const parts = Object.entries(inside).filter(([, one]) => isThere(one))
      return parts
        .map(([key, one]) => `${nameOf(key)} ${text(key, one)}`)
        .join(language === 'en' ? ', ' : '，')
    }
    if (typeof value !== 'string') return JSON.stringify(value)
    if (SHA256.test(value)) return `${value.slice(0, 16)}…`
    if (name === 'kind' && i18n.exists(`documents:kind.${value}`))
      return t(`documents:kind.${value}` as 'documents:kind.eligibility')
    const meaning = name === 'meaning' ? Meaning.safeParse(value).data : undefined
    if (meaning) return meanings[meaning].name[language]
    if (name === 'role') return t(`shell:role.${value}` as 'shell:role.monitor')
    if (PEOPLE.has(name)) return personOf(value)
    if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return instantText(value, language)
    return trailValueNames[value]?.[language] ?? value
  }
  return text
}

function isThere(value: unknown): boolean {
  if (value === undefined || value === null) return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
