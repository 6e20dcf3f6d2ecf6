import { AppError, type ErrorPayload } from '#shared/api/errors.ts'

/** What keeps the store from opening, other than a wrong secret. */
export type Trouble = Extract<
  ErrorPayload,
  { code: 'store_missing' | 'store_damaged' | 'store_newer' | 'store_in_use' | 'no_place' }
>

/** Names the words for one; every kind has its own. */
export function kindOf(trouble: Trouble) {
  if (trouble.code === 'no_place') return `${trouble.code}_${trouble.trouble}` as const
  if (trouble.code === 'store_missing') return `${trouble.code}_${trouble.part}` as const
  if (trouble.code === 'store_damaged') return `${trouble.code}_${trouble.part}` as const
  return trouble.code
}

/** The kinds that a backup helps against: the files themselves are lost, broken or not readable here. */
export function canBeRestored({ code, ...trouble }: Trouble): boolean {
  if (code === 'store_in_use') return false
  if (code !== 'no_place') return true
  return 'trouble' in trouble && (trouble.trouble === 'failing' || trouble.trouble === 'not_the_same')
}

/** A failure that concerns the store as a whole; undefined for one that concerns what was typed, or a bug. */
export function troubleOf(payload: ErrorPayload): Trouble | undefined {
  if (!isTrouble(payload)) return undefined
  return payload.code === 'no_place' && payload.place !== 'store' ? undefined : payload
}

/** The same of whatever a call threw. */
export function troubleIn(error: unknown): Trouble | undefined {
  return error instanceof AppError ? troubleOf(error.payload) : undefined
}

const CODES: readonly string[] = [
  'store_missing',
  'store_damaged',
  'store_newer',
  'store_in_use',
  'no_place',
] satisfies Trouble['code'][]

function isTrouble(payload: ErrorPayload): payload is Trouble {
  return CODES.includes(payload.code)
}
