import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'

/** A stream that a command reads; a terminal can be told not to echo. */
export type Input = Readable & {
  readonly isTTY?: boolean
  readonly setRawMode?: (raw: boolean) => unknown
}

/** A stream that a command writes; a terminal knows its width. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** What a command touches of the world: its three streams and the clock. */
export interface Terminal {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly now: () => Date
}

/** Columns that text is wrapped to where the output is no terminal. */
const PLAIN_COLUMNS = 100
const NARROWEST_COLUMNS = 60

/** Columns that text may fill. */
export function columnsOf(output: Output): number {
  return Math.max(NARROWEST_COLUMNS, output.columns ?? PLAIN_COLUMNS)
}

/** The manners of text that the command line uses. */
export type Manner = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'inverse'

/** Puts text in a manner; leaves it as it is where the output is no terminal or colours are switched off. */
export type Paint = (manner: Manner, text: string) => string

/** The paint of an output; heeds `NO_COLOR`. */
export function paintFor(output: Output): Paint {
  return (manner, text) => styleText(manner, text, { stream: output })
}

/** Writes one block of text and ends its line. */
export function say(output: Output, text: string): void {
  output.write(`${text}\n`)
}

/** Writes a value as JSON that people can read too. */
export function sayJson(output: Output, value: unknown): void {
  say(output, JSON.stringify(value, null, 2))
}
