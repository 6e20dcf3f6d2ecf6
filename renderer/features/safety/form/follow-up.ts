import { MISSING } from '../../chart/form/check.ts'
import { rowsIn, textOfRows } from '../../chart/form/typed-rows.ts'
import type { Values } from '../../chart/form/typed-values.ts'

/** The field that a correction is opened at when a follow-up is to be added. */
export const FOLLOW_UPS = 'followUps'

/** Says that the last follow-up of a form is a new one; no attribute of any fact. */
const ADDS = 'addsFollowUp'

export function addsFollowUp(values: Values): boolean {
  return values[ADDS] === 'yes'
}

/** The form of an event with room for what is newly known, and for a further grade. */
export function withFollowUp(values: Values): Values {
  const followUps = textOfRows([...rowsIn(values[FOLLOW_UPS]), { on: '', text: '' }])
  const grades = textOfRows([...rowsIn(values['grades']), { grade: '', from: '' }])
  return { ...values, followUps, ...('grades' in values ? { grades } : {}), [ADDS]: 'yes' }
}

/** A new follow-up without words says nothing. */
export function followUpProblems(values: Values): Readonly<Record<string, string>> {
  if (!addsFollowUp(values)) return {}
  const { on = '', text = '' } = rowsIn(values[FOLLOW_UPS]).at(-1) ?? {}
  return on.trim() === '' || text.trim() === '' ? { [FOLLOW_UPS]: MISSING } : {}
}
