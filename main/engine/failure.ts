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

/** A call with its place: `at f (file:line:col)` or `at file:line:col`, the file named in full. */
const FRAME = /^at (?:.+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:[\\/]).*:\d+:\d+\)?$/

function framesOf(error: Error): string[] {
  // What stands before the message depends on who made the error, and its own lines may look like frames.
  const ofMessage = new Set(linesOf(error.message))
  const frames = linesOf(afterMessage(error)).filter(line => FRAME.test(line) && !ofMessage.has(line))
  const cause = error.cause instanceof Error ? framesOf(error.cause) : []
  return [...frames, ...cause.map(line => `caused: ${line}`)].slice(0, 40)
}

function afterMessage({ stack = '', message }: Error): string {
  const start = stack.indexOf(message)
  return start < 0 ? stack : stack.slice(start + message.length)
}

function linesOf(text: string): string[] {
  return text.split('\n').map(line => line.trim())
}
