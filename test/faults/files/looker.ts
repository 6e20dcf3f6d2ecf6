// A process of its own that opens a store and compares it: run under another user, and beside another process.
import { readFileSync } from 'node:fs'
import { lookAt, type Truth } from '../truth.ts'

/** What it is told on its standard input. */
export interface LookOrder {
  readonly store: string
  readonly truth: Truth
}

const { store, truth } = JSON.parse(readFileSync(0, 'utf8')) as LookOrder
process.stdout.write(JSON.stringify(await lookAt(store, truth)))
