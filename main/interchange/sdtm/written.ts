import type { FactContent } from '#shared/core/facts/content.ts'
import { isChosen } from '#shared/core/facts/content.ts'
import type { Cell } from '../csv.ts'
import type { DomainCode } from './domains.ts'

/** What stands in the columns of one row, by variable; a column that is not named is empty. */
export type Values = Readonly<Record<string, Cell | undefined>>

/** One row of a data set. */
export interface Part {
  readonly domain: DomainCode
  readonly values: Values
}

/** A fact in SDTM: its rows, and which of its attributes stand in them. The others go to SUPPQUAL and CO. */
export interface Written {
  readonly parts: readonly Part[]
  /** Names of attributes, or paths to parts of them. */
  readonly used: readonly string[]
}

/** A value chosen from a list, in capitals as controlled terms are. */
export function capitals(value: string): string {
  return value.toUpperCase().replaceAll('_', ' ')
}

/** A value as SDTM has it: chosen ones in capitals, free ones as written, numbers with the digits that were charted. */
export function cellOf({ kind }: FactContent, attribute: string, value: unknown): Cell | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return undefined
  if (!isChosen(kind, attribute)) return decimal(value)
  if (value === 'yes' || value === 'no') return yesNo(value)
  return capitals(value)
}

/** CDISC NY. */
export function yesNo(answer: 'yes' | 'no'): 'Y' | 'N' {
  return answer === 'yes' ? 'Y' : 'N'
}

/** A number below zero is none that a spreadsheet would run. */
export function decimal(value: string): Cell {
  return /^-\d+(?:\.\d+)?$/.test(value) ? { printed: value } : value
}

/** When a content happened, in the variables of its data set. */
export function spanOf(content: FactContent, prefix: string, enteredAt: string): Values {
  const { on, from, to } = content as { on?: string; from?: string; to?: string }
  const ongoing = to === 'ongoing'
  return {
    [`${prefix}STDTC`]: on ?? from,
    [`${prefix}ENDTC`]: ongoing ? undefined : to,
    [`${prefix}ENRTPT`]: ongoing ? 'ONGOING' : undefined,
    [`${prefix}ENTPT`]: ongoing ? enteredAt.slice(0, 10) : undefined,
  }
}
