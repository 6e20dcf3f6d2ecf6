import type { SiteOn } from '../site-on.ts'
import type { Template } from '../template.ts'
import type { Order } from './order.ts'

/** What the killed process has at hand. */
interface Acting {
  readonly site: SiteOn
  readonly order: Order
  /** From here on it may be killed. */
  readonly begin: () => void
  /** Says what the engine acknowledged. */
  readonly keep: (what: string, detail?: string) => void
}

/** Where a series of trials takes place. */
export interface Place {
  readonly store: string
  readonly stick: string
  /** Where what a series starts from is kept. */
  readonly seed: string
}

/** What a check goes by. */
export interface Checked {
  readonly kept: readonly Kept[]
  readonly place: Pick<Order, 'store' | 'stick' | 'template'>
  readonly findings: readonly string[]
}

/** One acknowledged thing. */
export interface Kept {
  readonly what: string
  readonly detail: string
}

/** A kind of work that is killed in the middle, over and over. */
export interface KillWork {
  /** Of every hundred points. */
  readonly share: number
  /** How many kills one store takes, one after the other, before a fresh one. */
  readonly rounds: number
  /** How long it is let live at most, in milliseconds; `measured` for work that ends by itself. */
  readonly life: number | 'measured'
  /** The last call that changes a file at which it may die, for every second point; null where only time decides. */
  readonly steps: number | 'measured' | null
  /** Puts a store in its place. */
  readonly prepare: (place: Place, template: Template) => Promise<void>
  /** What the process does until it is killed. */
  readonly act: (acting: Acting) => Promise<void>
  /** What is wrong with the site after it was opened again: by its own words, nothing where all is right. */
  readonly check: (site: SiteOn, checked: Checked) => Promise<string[]>
  /** What opening may say. */
  readonly findings: readonly string[]
  /** The site may afterwards be an earlier one, by intent. */
  readonly replaces?: true
}
