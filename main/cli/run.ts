import { randomUUID } from 'node:crypto'
import { failureReport } from '#main/engine/failure.ts'
import { errorText } from '#shared/api/error-text.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { Language } from '#shared/core/text.ts'
import { type Command, type ExitCode, UsageError } from './command.ts'
import { helpOf, overview, usageOf } from './help.ts'
import { paintFor, say, sayJson, type Terminal } from './terminal.ts'

/** Runs the command that the arguments name and answers the exit code; every failure ends here, in words. */
export async function run(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const command = commands.find(({ name }) => `${args.join(' ')} `.startsWith(`${name} `))
  const wantsHelp = args.includes('--help') || args.includes('-h')
  if (command === undefined) return withoutCommand(commands, args, wantsHelp, terminal)
  if (wantsHelp) {
    say(terminal.stdout, helpOf(command))
    return 0
  }
  const rest = args.slice(command.name.split(' ').length)
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(error.message, usageOf(command), terminal)
    return refused(error, command.name, rest, terminal)
  }
}

function withoutCommand(
  commands: readonly Command[],
  args: readonly string[],
  wantsHelp: boolean,
  terminal: Terminal,
): ExitCode {
  if (wantsHelp) {
    say(terminal.stdout, overview(commands))
    return 0
  }
  const problem = args.length === 0 ? 'name a command' : 'no such command'
  return wrongUsage(problem, `lobule ${commands.map(({ name }) => name).join(' | ')}`, terminal)
}

function wrongUsage(problem: string, usage: string, { stderr }: Terminal): ExitCode {
  const paint = paintFor(stderr)
  say(stderr, `${paint('red', 'lobule:')} ${problem}\nUsage: ${usage}\nMore: lobule [COMMAND] --help`)
  return 2
}

function refused(error: unknown, where: string, args: readonly string[], terminal: Terminal): ExitCode {
  const payload = error instanceof AppError ? error.payload : reportBug(error, where, terminal)
  const { stdout, stderr } = terminal
  say(stderr, `${paintFor(stderr)('red', 'lobule:')} ${errorText(payload, spokenIn(args))}`)
  if (args.includes('--json')) sayJson(stdout, { error: payload })
  return 1
}

/** A bug leaves its place and no values: a message may quote patient data. */
function reportBug(error: unknown, where: string, { stderr }: Terminal): ErrorPayload {
  const reference = randomUUID()
  say(stderr, JSON.stringify(failureReport(error, where, reference)))
  return { code: 'internal', reference }
}

/** The language of an error, taken from the raw arguments because parsing may be what failed. */
function spokenIn(args: readonly string[]): Language {
  const language = Language.safeParse(
    args[args.indexOf('--lang') + 1] ?? args.find(arg => arg.startsWith('--lang='))?.slice('--lang='.length),
  )
  return language.success ? language.data : 'en'
}
