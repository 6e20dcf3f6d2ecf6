import { z } from 'zod'
import { readIfPresent, storeFiles, writeAtomically } from './files.ts'
import { appendSecurityEvent } from './security-log.ts'

/**
 * Failed passwords of one login name. The wait is kept as what remained at `seenAtMs`, so that a clock set back cannot
 * shorten it.
 */
const Attempts = z.strictObject({
  failures: z.int().min(0),
  remainingMs: z.number().min(0),
  seenAtMs: z.number(),
})
type Attempts = z.infer<typeof Attempts>

const AttemptsFile = z.strictObject({
  format: z.literal(1),
  /** Holds for every login name that is not listed. */
  others: Attempts,
  logins: z.array(Attempts.extend({ login: z.string() })),
})
type AttemptsFile = z.infer<typeof AttemptsFile>

const WAIT_SECONDS = [0, 0, 0, 0, 5, 15, 60, 300, 900] as const
const LONGEST = WAIT_SECONDS.length - 1
const NONE: Attempts = { failures: 0, remainingMs: 0, seenAtMs: 0 }

/** Login names that the keyring does not know share one count: what was typed may be a password. */
const UNKNOWN_LOGIN = '?'

/** The wait after `failures` failed passwords in a row. */
export function delaySeconds(failures: number): number {
  return WAIT_SECONDS[Math.min(failures, LONGEST)] ?? 0
}

/** Starts counting for a new store. From then on a missing file counts as the longest wait. */
export function startAttempts(directory: string): void {
  write(directory, { format: 1, others: NONE, logins: [] })
}

/** Seconds to wait before this login name may try again; 0 for now. `login` undefined: one that is not known. */
export function checkAttempt(directory: string, login: string | undefined, nowMs: number): number {
  const file = read(directory, nowMs)
  const attempts = of(file, login)
  if (nowMs < attempts.seenAtMs) write(directory, withLogin(file, login, seen(attempts, nowMs)))
  return Math.ceil(seen(attempts, nowMs).remainingMs / 1000)
}

/** Counts a failed password; `retryAfterSeconds` is the wait that it earns. */
export function noteFailure(
  directory: string,
  login: string | undefined,
  nowMs: number,
): { failures: number; retryAfterSeconds: number } {
  const file = read(directory, nowMs)
  const failures = of(file, login).failures + 1
  const retryAfterSeconds = delaySeconds(failures)
  write(
    directory,
    withLogin(file, login, { failures, remainingMs: retryAfterSeconds * 1000, seenAtMs: nowMs }),
  )
  return { failures, retryAfterSeconds }
}

/** An attempt that is counted already and may be taken back. */
export interface Attempt {
  /** With this one. */
  readonly failures: number
  /** The wait that it earns if it fails; meanwhile it holds for every other attempt. */
  readonly retryAfterSeconds: number
  /** Uncounts an attempt that ended without a word on its secret. */
  readonly withdraw: (nowMs: number) => void
}

/**
 * Counts an attempt before its key is derived, so that as many attempts at once as a guesser likes are no way past
 * the wait. After a good password call `clearFailures`; this attempt is among those that it answers.
 */
export function beginAttempt(directory: string, login: string | undefined, nowMs: number): Attempt {
  const before = textOf(read(directory, nowMs))
  const counted = noteFailure(directory, login, nowMs)
  const after = readIfPresent(storeFiles(directory).attempts)
  return {
    ...counted,
    withdraw(laterMs) {
      // Nothing happened meanwhile: then nothing is left of it either.
      if (readIfPresent(storeFiles(directory).attempts) === after) return writeText(directory, before)
      const file = read(directory, laterMs)
      const current = of(file, login)
      const failures = Math.max(0, current.failures - 1)
      // The wait is this attempt's own unless another one failed meanwhile.
      const rest =
        current.failures === counted.failures ? { ...NONE, seenAtMs: laterMs } : seen(current, laterMs)
      write(directory, withLogin(file, login, { ...rest, failures }))
    },
  }
}

/** After a good password: forgets the failures of this login name and answers how many there were. */
export function clearFailures(directory: string, login: string, nowMs: number): number {
  const file = read(directory, nowMs)
  const { failures } = of(file, login)
  if (failures > 0) write(directory, withLogin(file, login, { ...NONE, seenAtMs: nowMs }))
  return failures
}

/** The state as seen at `nowMs`: time that ran counts, a clock that was set back counts nothing. */
function seen(attempts: Attempts, nowMs: number): Attempts {
  const elapsed = Math.max(0, nowMs - attempts.seenAtMs)
  return { ...attempts, remainingMs: Math.max(0, attempts.remainingMs - elapsed), seenAtMs: nowMs }
}

function of(file: AttemptsFile, login = UNKNOWN_LOGIN): Attempts {
  return file.logins.find(entry => entry.login === login) ?? file.others
}

function withLogin(file: AttemptsFile, login = UNKNOWN_LOGIN, attempts: Attempts): AttemptsFile {
  const others = file.logins.filter(entry => entry.login !== login)
  return { ...file, logins: [...others, { ...attempts, login }] }
}

/** A missing or unreadable file is noted and replaced by one that makes everybody wait longest. */
function read(directory: string, nowMs: number): AttemptsFile {
  const text = readIfPresent(storeFiles(directory).attempts)
  const file = text === undefined ? undefined : parse(text)
  if (file !== undefined) return file
  const event = text === undefined ? 'attempts_file_missing' : 'attempts_file_broken'
  appendSecurityEvent(directory, { at: new Date(nowMs).toISOString(), event })
  const others = { failures: LONGEST, remainingMs: delaySeconds(LONGEST) * 1000, seenAtMs: nowMs }
  const strict: AttemptsFile = { format: 1, others, logins: [] }
  write(directory, strict)
  return strict
}

function parse(text: string): AttemptsFile | undefined {
  try {
    return AttemptsFile.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function write(directory: string, file: AttemptsFile): void {
  writeText(directory, textOf(file))
}

function writeText(directory: string, text: string): void {
  writeAtomically(storeFiles(directory).attempts, text)
}

function textOf(file: AttemptsFile): string {
  return `${JSON.stringify(file)}\n`
}
