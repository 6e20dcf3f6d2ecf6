import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CivilDate } from '#shared/core/civil-date.ts'
import { Language } from '#shared/core/text.ts'
import type { Terminal } from './terminal.ts'

/** 0 done, 1 refused with a clear error, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** The command line itself is wrong: nothing was tried. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type OptionConfig = NonNullable<ParseArgsConfig['options']>[string]

/** An option with what its value is called and what it is for. */
export type Option = OptionConfig & { readonly value?: string; readonly help: string }
export type Options = Readonly<Record<string, Option>>

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>['values']

interface Definition<O extends Options> {
  /** One word or two, as typed. */
  readonly name: string
  readonly summary: string
  /**
   * Names of the words that follow; all are required but one in brackets. The last may end in … and then stands for
   * one or more.
   */
  readonly operands?: readonly string[]
  readonly options: O
  /** What the option table does not say. */
  readonly details?: string
  run(given: { values: Values<O>; operands: readonly string[] }, terminal: Terminal): Promise<ExitCode>
}

/** A command with its options erased: parses its arguments, then runs. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly operands: readonly string[]
  readonly options: Options
  readonly details: string
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>
}

/** A command from its definition; the types of its values follow from its options. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  const { name, summary, operands = [], options, details = '' } = definition
  return {
    name,
    summary,
    operands,
    options,
    details,
    run(args, terminal) {
      const parsed = parse([...args], options)
      if (!areAsNamed(operands, parsed.positionals)) {
        throw new UsageError(wrongOperands(operands, parsed.positionals))
      }
      return definition.run({ values: parsed.values, operands: parsed.positionals }, terminal)
    },
  }
}

/** Options that several commands share. */
export const languageOption = {
  type: 'string',
  value: 'en|zh-CN',
  help: 'language of the answer (default en)',
} as const satisfies Option

export const jsonOption = { type: 'boolean', help: 'answer in JSON, for machines' } as const satisfies Option

/** The language asked for, or English. */
export function languageOf(text: string | undefined): Language {
  const language = Language.safeParse(text ?? 'en')
  if (language.success) return language.data
  throw new UsageError(`--lang: ${Language.options.join(' or ')}, not ${text}`)
}

/** The day asked for. */
export function dateOf(option: string, text: string): CivilDate {
  const date = CivilDate.safeParse(text)
  if (date.success) return date.data
  throw new UsageError(`--${option}: a day of the calendar such as 2026-11-14, not ${text}`)
}

/** The value of an option that a command cannot do without. */
export function required(option: string, text: string | undefined): string {
  if (text === undefined || text === '') throw new UsageError(`--${option} is missing`)
  return text
}

function parse<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    // Node's words name the option, never its value: a password typed by mistake is not repeated.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(error.message.split('. ')[0] ?? error.message, { cause: error })
    }
    throw error
  }
}

function areAsNamed(operands: readonly string[], given: readonly string[]): boolean {
  const isOpen = operands.at(-1)?.endsWith('…') === true
  const fewest = operands.filter(name => !name.startsWith('[')).length
  return given.length >= fewest && (isOpen || given.length <= operands.length)
}

function wrongOperands(operands: readonly string[], given: readonly string[]): string {
  const missing = operands[given.length]
  return missing === undefined ? 'there are words too many' : `${missing} is missing`
}
