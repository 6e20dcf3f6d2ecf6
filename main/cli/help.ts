import type { Command, Option } from './command.ts'

/** All commands on one screen. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Lobule: eligibility screening for two stem-cell trials, offline.',
    '',
    'Usage: lobule COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'lobule COMMAND --help tells more. Exit codes: 0 done, 1 refused, 2 wrong usage.',
  ].join('\n')
}

/** One command with its options. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [signature(name, option), option.help] as const,
  )
  const width = Math.max(0, ...options.map(([left]) => left.length))
  const lines = options.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`)
  const details = command.details === '' ? [] : ['', command.details]
  return [command.summary, '', `Usage: ${usageOf(command)}`, '', ...lines, ...details].join('\n')
}

/** One line that says how a command is called. */
export function usageOf({ name, operands, options }: Command): string {
  const tail = Object.keys(options).length === 0 ? [] : ['[OPTIONS]']
  return ['lobule', name, ...operands, ...tail].join(' ')
}

function signature(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
