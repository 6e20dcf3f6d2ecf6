import type { z } from 'zod'
import type { ConcludingContext, OpenContext, OpenSession, QueryContext } from '#main/services/context.ts'
import type { Commit, MutationHandler, OpenHandler, QueryHandler } from '#main/services/handlers.ts'
import { endSession, passwordDue } from '#main/services/opening.ts'
import { transact } from '#main/services/trail.ts'
import { userOf } from '#main/services/users.ts'
import { storeFailure } from '#main/store/place-failure.ts'
import { AppError, issuesOf } from '#shared/api/errors.ts'
import type { Contract, Procedure } from '#shared/api/procedure.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import { ApiRequest, type ApiResponse } from '#shared/api/wire.ts'

type AnyHandler =
  | OpenHandler<unknown, unknown>
  | QueryHandler<unknown, unknown>
  | MutationHandler<unknown, unknown>

/** What the dispatcher needs from the engine around it. */
export interface DispatchOptions {
  readonly contract: Contract
  readonly handlers: object
  readonly context: Omit<OpenContext, 'mayOpen'>
  /** Somebody is at the keyboard. Called for what only a person does: screens may read again by themselves. */
  readonly touch: () => void
  /** Told of every call that a locked store refused. */
  readonly onLockedCall: () => void
  /** Logs an unexpected error and answers the reference under which it is found. */
  readonly onBug: (error: unknown, where: string) => string
}

/** The one place where trust begins: a raw request is checked for form, lock, a password that is due, right and input, in this order. */
export function createDispatch(
  options: DispatchOptions,
): (raw: unknown, mayOpen: OpenContext['mayOpen']) => Promise<ApiResponse> {
  return async function dispatch(raw, mayOpen) {
    let where = 'unparsed request'
    try {
      const { area, method, input } = parse(ApiRequest, raw)
      where = `${area}.${method}`
      const procedure = lookUp<Procedure>(options.contract, area, method)
      const handler = lookUp<AnyHandler>(options.handlers, area, method)
      return { ok: true, value: await answer(options, { area, where, procedure, handler, mayOpen }, input) }
    } catch (error) {
      const failure = error instanceof AppError ? error : storeFailure(error, options.context.directory)
      if (failure !== undefined) return { ok: false, error: failure.payload }
      return { ok: false, error: { code: 'internal', reference: options.onBug(error, where) } }
    }
  }
}

interface Target {
  readonly area: string
  readonly where: string
  readonly procedure: Procedure
  readonly handler: AnyHandler
  readonly mayOpen: OpenContext['mayOpen']
}

async function answer(options: DispatchOptions, target: Target, input: unknown): Promise<unknown> {
  const { procedure, where, mayOpen } = target
  if (procedure.right === 'open') {
    const handler = target.handler as OpenHandler<unknown, unknown>
    const context = { ...options.context, mayOpen }
    return procedure.output.parse(await handler(parse(procedure.input, input), context))
  }
  const session = options.context.slot.current
  if (session === undefined) {
    options.onLockedCall()
    throw new AppError({ code: 'locked' })
  }
  const context = queryContext(options, session)
  try {
    admit(session, context.user, target)
    if (procedure.kind === 'mutation') options.touch()
    const parsed = parse(procedure.input, input)
    if (procedure.kind === 'mutation') return await write(options, target, parsed, context)
    const read = await (target.handler as QueryHandler<unknown, unknown>)(parsed, context)
    if (options.context.slot.current !== session) throw new AppError({ code: 'locked' })
    return procedure.output.parse(read)
  } catch (error) {
    if (error instanceof AppError && error.payload.code === 'not_permitted') {
      recordDenial(context, where, error.payload.right)
    }
    // Nothing else answers `locked` while the session is open.
    if (isLocked(error) && options.context.slot.current === session)
      endSession(options.context, 'deactivated')
    throw error
  }
}

/** The output is parsed before the commit: an answer that breaks the contract must not leave a change behind. */
async function write(
  { context: { slot, announce }, onBug }: DispatchOptions,
  target: Target,
  input: unknown,
  context: QueryContext,
): Promise<unknown> {
  const { session } = context
  const { handler, procedure, where } = target
  const locked = () => slot.current !== session
  const ready = await prepared(handler as MutationHandler<unknown, unknown>, input, {
    ...{ ...context, slot, announce },
  }).catch(error => {
    // A lock zeroes the key under whatever was waiting; what then fails is not a bug.
    throw locked() && !(error instanceof AppError)
      ? new AppError({ code: 'locked' }, { cause: error })
      : error
  })
  if ('concluded' in ready) return procedure.output.parse(ready.concluded)
  const { commit } = ready
  if (locked()) throw new AppError({ code: 'locked' })
  const later: (() => void)[] = []
  const afterCommit = (work: () => void) => void later.push(work)
  const answer = transact(session, context, audit => {
    // Another process may have changed the user since: here nobody else writes.
    const user = userOf(session.db, session.userId)
    admit(session, user, target)
    return procedure.output.parse(commit({ ...context, user, db: session.db, audit, afterCommit }))
  })
  for (const work of later)
    attempt(
      () => transact(session, context, work),
      error => onBug(error, where),
    )
  return answer
}

function attempt(work: () => void, failed: (error: unknown) => void): void {
  try {
    work()
  } catch (error) {
    failed(error)
  }
}

async function prepared(
  handler: MutationHandler<unknown, unknown>,
  input: unknown,
  context: ConcludingContext,
): Promise<{ commit: Commit<unknown> } | { concluded: unknown }> {
  if (typeof handler === 'function') return { commit: inTransaction => handler(input, inTransaction) }
  if ('conclude' in handler) return { concluded: await handler.conclude(input, context) }
  return { commit: await handler.prepare(input, context) }
}

function queryContext({ context, touch }: DispatchOptions, session: OpenSession): QueryContext {
  const {
    slot: _slot,
    lockedCalls: _calls,
    announce: _announce,
    deadlines: _deadlines,
    plans: _plans,
    ...surroundings
  } = context
  return { ...surroundings, touch, session, db: session.db, user: userOf(session.db, session.userId) }
}

function recordDenial(context: QueryContext, where: string, right: string): void {
  transact(context.session, context, audit =>
    audit({ action: 'access.denied', subject: { kind: 'procedure', id: where }, newValue: { right } }),
  )
}

/**
 * Throws `locked` for a user whom another process deactivated, `password_due` for one who has to change their password
 * first, `not_permitted` without the right.
 */
function admit(session: OpenSession, user: User, { area, procedure: { right } }: Target): void {
  if (!user.active) throw new AppError({ code: 'locked' })
  if (area !== 'session' && passwordDue(session, user.id) !== null)
    throw new AppError({ code: 'password_due' })
  if (right !== 'open' && !hasRight(user, right)) throw new AppError({ code: 'not_permitted', right })
}

function isLocked(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'locked'
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError({ code: 'invalid_input', issues: issuesOf(parsed.error) }, { cause: parsed.error })
}

/** Own properties only: `constructor` and its kin are no procedures. */
function lookUp<T>(table: object, area: string, method: string): T {
  const methods = Object.hasOwn(table, area) ? (table as Record<string, object>)[area] : undefined
  if (methods === undefined || !Object.hasOwn(methods, method)) {
    throw new AppError({ code: 'not_found', entity: 'procedure', id: `${area}.${method}` })
  }
  return (methods as Record<string, T>)[method] as T
}
