import type { TFunction } from 'i18next'
import type { BackupSettings, KeptBackups } from '#shared/api/backups.ts'
import type { Language } from '#shared/core/text.ts'

type Every = BackupSettings['everyHours']

/** The choices of how often, as the texts name them. */
export const EVERY = { hour: 1, fourHours: 4, day: 24, week: 168, never: null } as const satisfies Readonly<
  Record<string, Every>
>
export type EveryName = keyof typeof EVERY

export const EVERY_NAMES = Object.keys(EVERY) as EveryName[]

export function everyName(everyHours: Every): EveryName {
  return EVERY_NAMES.find(name => EVERY[name] === everyHours) ?? 'never'
}

/** How old the last good backup may be: by the schedule, without one a week. */
export function limitName(everyHours: Every | undefined): Exclude<EveryName, 'never'> {
  const name = everyName(everyHours ?? null)
  return name === 'never' ? 'week' : name
}

interface Words {
  readonly t: TFunction<'backups'>
  readonly language: Language
}

/** What rotation keeps, as one sentence. */
export function keptText({ days, weeks, months }: KeptBackups, { t, language }: Words): string {
  const spans = [
    t('plan.days', { count: days }),
    ...(weeks > 0 ? [t('plan.weeks', { count: weeks })] : []),
    ...(months > 0 ? [t('plan.months', { count: months })] : []),
  ]
  return t('plan.latest', { spans: listText(spans, language) })
}

/** In English as the British write it, with no comma before the last. */
function listText(parts: readonly string[], language: Language): string {
  return language === 'en' ? new Intl.ListFormat('en-GB').format(parts) : parts.join('、')
}
