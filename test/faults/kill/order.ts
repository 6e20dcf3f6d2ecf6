import type { Template } from '../template.ts'

/** What the process that will be killed is told on its standard input. */
export interface Order {
  readonly work: string
  readonly store: string
  /** A folder for backups. */
  readonly stick: string
  readonly template: Template
  /** Sets what is written in this round apart from all other rounds. */
  readonly round: number
  /** The call that changes a file at which the process kills itself; null where it is killed from outside. */
  readonly diesAt: number | null
}

/** What it says on its standard output, a line each. */
export type Said =
  | { readonly say: 'begin' }
  /** The engine answered: from here on this may not be lost. */
  | { readonly say: 'kept'; readonly what: string; readonly detail?: string }
  | { readonly say: 'end'; readonly steps: number; readonly milliseconds: number }
  | { readonly say: 'failed'; readonly why: string }

/** The clock of a round stands at an hour of its own: nobody's clock goes back when the next begins. */
export function momentOf(round: number): Date {
  const hour = 3_600_000
  return new Date(Date.parse('2026-11-23T02:00:00Z') + (round + 1) * hour)
}
