import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Sha256 } from '#shared/core/ids.ts'
import { appendDurably, readIfPresent, storeFiles } from './files.ts'

/** What can happen while the trail cannot be written. */
const SecurityEventName = z.enum([
  'store_created',
  'copy_opened',
  'restore_prepared',
  'backup_restored',
  'unlock_failed',
  'unlock_delayed',
  'recovery_key_failed',
  'recovery_login_refused',
  'call_while_locked',
  'store_damaged',
  'store_missing',
  'migration_started',
  'rekeying_completed',
  'rekeying_broke_off',
  'attempts_file_missing',
  'attempts_file_broken',
])

/** A backup that took the place of the store, and what of its trail went with that. */
export const RestoredBackup = z.strictObject({
  /** When the backup was made, by the site's clock. */
  madeAt: z.string().max(40),
  trail: z.strictObject({ entries: z.int().min(1), hash: Sha256 }),
  /** Who opened it; null where it was put in a place without a store, which nobody needs to open for that. */
  by: z.enum(['password', 'recovery_key']).nullable(),
  /** The trail's end in the store that was put aside; null where there was none, or nobody could tell. */
  replaced: z.strictObject({ entries: z.int().min(0), hash: Sha256.nullable() }).nullable(),
  /** The folder in which that lies now. */
  keptAside: z.string().max(300).nullable(),
})
export type RestoredBackup = z.infer<typeof RestoredBackup>

const SecurityEvent = z.strictObject({
  /** UTC. */
  at: z.iso.datetime(),
  event: SecurityEventName,
  /** Only a login name that the keyring knows; what was typed otherwise may be a password. */
  login: z.string().optional(),
  count: z.int().min(1).optional(),
  detail: z.string().max(200).optional(),
  restored: RestoredBackup.optional(),
})
export type SecurityEvent = z.infer<typeof SecurityEvent>

const Line = SecurityEvent.extend({ seq: z.int().min(1), previous: z.string(), hash: z.string() })
export type SecurityLine = z.infer<typeof Line>

/** How much of the log was folded into the trail: its last line, and the SHA-256 of its first `bytes`. */
export const LogHead = z.strictObject({
  seq: z.int().min(0),
  hash: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
})
export type LogHead = z.infer<typeof LogHead>

/** The start of every log. */
export const LOG_START: LogHead = {
  seq: 0,
  hash: '0'.repeat(64),
  bytes: 0,
  sha256: hash('sha256', '', 'hex'),
}

/** What can be wrong with a log: lines gone from its end or whole, changed or missing in it, or torn by a crash. */
export type LogProblem = 'shortened' | 'edited' | 'torn_line'

/** Adds one event to the log beside the store; without patient data, on the disk when it returns. */
export function appendSecurityEvent(directory: string, event: SecurityEvent): void {
  const file = storeFiles(directory).securityLog
  const text = readIfPresent(file) ?? ''
  const { last } = readLines(text, LOG_START)
  const content = { ...SecurityEvent.parse(event), seq: last.seq + 1, previous: last.hash }
  const line = JSON.stringify({ ...content, hash: lineHash(content) })
  // A line torn by a crash stays as it is: the next one begins afresh.
  appendDurably(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`)
}

/** The lines after `folded`, all of them where the log is no longer the one that was folded up to there. */
export function readUnfolded(
  directory: string,
  folded: LogHead,
): { lines: SecurityLine[]; head: LogHead; problems: LogProblem[] } {
  const log = Buffer.from(readIfPresent(storeFiles(directory).securityLog) ?? '')
  const prefix = log.subarray(0, folded.bytes)
  const isShortened = log.length < folded.bytes
  const isSame = !isShortened && hash('sha256', prefix, 'hex') === folded.sha256
  const read = isSame
    ? readLines(log.subarray(folded.bytes).toString('utf8'), folded)
    : readLines(log.toString('utf8'), LOG_START)
  const problems: LogProblem[] = isSame
    ? read.problems
    : [isShortened ? 'shortened' : 'edited', ...read.problems]
  const head = { ...read.last, bytes: log.length, sha256: hash('sha256', log, 'hex') }
  return { lines: read.lines, head, problems: [...new Set(problems)] }
}

/** Counts calls that a locked store refused: one line at 1, 2, 4, 8, … of them, so that a flood fills no disk. */
export class LockedCalls {
  readonly #directory: string
  #count = 0

  constructor(directory: string) {
    this.#directory = directory
  }

  note(at: string): void {
    this.#count += 1
    if (Number.isInteger(Math.log2(this.#count))) this.#write(at)
  }

  /** Writes the final count, if the last line does not hold it, and starts again. */
  flush(at: string): void {
    if (this.#count > 0 && !Number.isInteger(Math.log2(this.#count))) this.#write(at)
    this.#count = 0
  }

  #write(at: string): void {
    appendSecurityEvent(this.#directory, { at, event: 'call_while_locked', count: this.#count })
  }
}

interface LastLine {
  readonly seq: number
  readonly hash: string
}

function readLines(
  text: string,
  start: LastLine,
): { lines: SecurityLine[]; last: LastLine; problems: LogProblem[] } {
  const lines: SecurityLine[] = []
  const problems: LogProblem[] = []
  let last: LastLine = { seq: start.seq, hash: start.hash }
  for (const raw of text.split('\n')) {
    if (raw === '') continue
    const line = parse(raw)
    if (line === undefined) {
      problems.push('torn_line')
      continue
    }
    const { hash: own, ...content } = line
    const follows = line.seq === last.seq + 1 && line.previous === last.hash
    if (!follows || lineHash(content) !== own) problems.push('edited')
    lines.push(line)
    last = { seq: line.seq, hash: own }
  }
  return { lines, last, problems }
}

function parse(raw: string): SecurityLine | undefined {
  try {
    return Line.parse(JSON.parse(raw))
  } catch {
    return undefined
  }
}

function lineHash(content: Omit<SecurityLine, 'hash'>): string {
  return hash('sha256', canonicalize(content) ?? '', 'hex')
}
