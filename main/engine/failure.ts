/** What a bug leaves in the log: enough to find it, and no value that a caller passed in. */
export interface FailureReport {
  /** Shown to the user, so that the log entry can be found. */
  readonly reference: string
  /** The procedure, such as `facts.record`. */
  readonly where: string
  readonly name: string
  readonly code?: string
  /** Stack frames without the message: a message may quote patient data. */
  readonly frames: readonly string[]
}

/** Describes an unexpected error and its causes without their messages. */
export function failureReport(error: unknown, where: string, reference: string): FailureReport {
  if (!(error instanceof Error)) return { reference, where, name: typeof error, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { reference, where, name: error.name, ...code, frames: framesOf(error) }
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  // The message comes first and may itself hold lines that look like frames.
  const own = stack.startsWith(`${error.name}: ${error.message}`)
    ? stack.slice(`${error.name}: ${error.message}`.length)
    : stack
  const frames = own.split('\n').filter(line => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? framesOf(error.cause) : []
  return [...frames.map(line => line.trim()), ...cause.map(line => `caused: ${line}`)].slice(0, 40)
}
