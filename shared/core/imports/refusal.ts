import type { Refusal, RefusalCode } from './row.ts'

const MAXIMUM_CHARACTERS = 100

/** A refusal with what the file says there, cut to what is shown of it. */
export function refusal(code: RefusalCode, column: string | null, value: string | null): Refusal {
  return {
    code,
    column,
    value: value === null ? null : [...value.slice(0, 200)].slice(0, MAXIMUM_CHARACTERS).join(''),
  }
}

/** Whether reading a cell failed. */
export function isRefusal(read: object): read is Refusal {
  return 'code' in read && 'column' in read
}
