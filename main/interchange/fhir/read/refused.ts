import { refusal } from '#shared/core/imports/refusal.ts'
import type { Refusal, RefusalCode } from '#shared/core/imports/row.ts'

/** Ends the reading of one statement: why it is not taken, and which element says so. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  constructor(code: RefusalCode, element: string | null, value: string | null = null) {
    super(code)
    this.refusal = refusal(code, element, value)
  }
}
