import { AppError } from '#shared/api/errors.ts'
import type { MutationContext } from './context.ts'
import { defined } from './defined.ts'
import { invalid } from './failures.ts'

interface Change {
  readonly entity: string
  readonly expectedVersion: number
  readonly reason: string | undefined
}

/** Number, time and author of what follows `before`. Throws `stale_version`; a change without a reason is refused. */
export function nextVersion(
  before: { readonly version: number } | undefined,
  { entity, expectedVersion, reason }: Change,
  { session, now, user }: MutationContext,
) {
  const current = before?.version ?? 0
  if (current !== expectedVersion) throw new AppError({ code: 'stale_version', entity, current })
  if (current > 0 && reason === undefined) throw invalid('reason', 'give the reason for the change')
  const enteredAt = session.clock.render(now())
  return { version: current + 1, enteredAt, authorId: user.id, ...defined({ reason }) }
}
