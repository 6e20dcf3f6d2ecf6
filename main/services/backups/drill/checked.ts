import type { DrillCheck } from '#shared/api/backups.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'

type CheckName = DrillCheck['check']

/** Every comparison of a drill, in the order in which they are made. */
const ORDER: readonly CheckName[] = [
  'file',
  'manifest',
  'opens',
  'pages',
  'counts',
  'trail',
  'trail_in_store',
  'signatures',
  'documents',
  'files',
]

/** What only a store can be asked: whether the file is the one that it wrote, and whether its trail leads through it. */
const OF_STORE: readonly CheckName[] = ['file', 'trail_in_store']

/** A comparison that was made; `differs` is a sentence of the issue table, without patient data. */
export function compared(check: CheckName, count: number, differs?: string): DrillCheck {
  const result = differs === undefined ? 'same' : 'differs'
  return { check, result, compared: count, detail: differs ?? null }
}

/** All comparisons in their order; those that were not come to are not checked. */
export function allChecks(made: readonly DrillCheck[]): DrillCheck[] {
  return ORDER.map(
    check =>
      made.find(each => each.check === check) ?? { check, result: 'not_checked', compared: 0, detail: null },
  )
}

/** Whether a backup can be relied on, by what was compared. */
export function isPassed(checks: readonly DrillCheck[]): boolean {
  return checks.every(
    ({ check, result }) => result === 'same' || (result === 'not_checked' && OF_STORE.includes(check)),
  )
}

/** Makes a comparison; a backup that is at fault is a result, everything else is thrown on. */
export async function tried<T>(
  made: DrillCheck[],
  check: CheckName,
  work: () => Promise<{ readonly value: T; readonly count: number }>,
): Promise<T | undefined> {
  try {
    const { value, count } = await work()
    made.push(compared(check, count))
    return value
  } catch (error) {
    made.push(compared(check, 0, faultOf(error)))
    return undefined
  }
}

const BROKEN: readonly ErrorPayload['code'][] = ['store_damaged', 'store_missing']

function faultOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error
  const { payload } = error
  if (payload.code === 'invalid_file') return payload.issues[0]?.message ?? 'the file cannot be read'
  if (payload.code === 'store_newer') return 'it was written by a newer Lobule'
  if (BROKEN.includes(payload.code)) return 'a part of it is damaged, though it was written so'
  if (payload.code !== 'no_place' || payload.place !== 'backup') throw error
  return ['missing', 'gone'].includes(payload.trouble) ? 'the file is not there' : 'the file cannot be read'
}
