import type { FactContentOf } from '#shared/core/facts/content.ts'
import { isBlankRow, rowsIn, textOfRows } from '../../chart/form/typed-rows.ts'
import { timeOf } from '../../chart/form/typed-time.ts'
import type { Values } from '../../chart/form/typed-values.ts'

/** The fields of a form, each read as what it has to be; undefined where nothing is typed. */
export interface Reading {
  readonly text: (name: string) => string | undefined
  readonly time: (name: string) => string | undefined
  readonly day: (name: string) => string | undefined
  readonly rows: (name: string) => readonly Values[]
  readonly timeIn: (typed: string) => string
}

export function readingOf(values: Values, timeZone: string): Reading {
  const text = (name: string) => (values[name] ?? '').trim() || undefined
  const read = (name: string, zone: string | undefined) => {
    const typed = text(name)
    return typed === undefined ? undefined : timeOf(typed, zone)
  }
  return {
    text,
    time: name => read(name, timeZone),
    day: name => read(name, undefined),
    rows: name => rowsIn(values[name]).filter(row => !isBlankRow(row)),
    timeIn: typed => timeOf(typed, timeZone),
  }
}

/** Only what is there. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** An object of which nothing is typed is absent. */
export function filledOrAbsent(
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const some = filled(fields)
  return Object.keys(some).length === 0 ? undefined : some
}

/** When the site learned of something, and who did. */
export function awareOf({ text, time }: Reading): Record<string, unknown> | undefined {
  return filledOrAbsent({ at: time('aware'), by: text('awareBy') })
}

type Aware = FactContentOf<'adverse_event'>['aware']

export function splitAware(aware: Aware, typed: (time: string) => string): Values {
  return aware === undefined ? {} : { aware: typed(aware.at), awareBy: aware.by }
}

type FollowUps = FactContentOf<'adverse_event'>['followUps']

export function followUpText(followUps: FollowUps = [], typed: (time: string) => string): string {
  return textOfRows(followUps.map(({ on, text }) => ({ on: typed(on), text })))
}

export function followUpsOf({ rows, timeIn }: Reading): unknown {
  const typed = rows('followUps')
  return typed.length === 0
    ? undefined
    : typed.map(({ on = '', text = '' }) => ({ on: timeIn(on), text: text.trim() }))
}
