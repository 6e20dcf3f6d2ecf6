import type { z } from 'zod'
import type { Contract, Procedure } from '#shared/api/procedure.ts'
import type { ConcludingContext, MutationContext, OpenContext, QueryContext } from './context.ts'

/** Answers while the store is locked; keeps its own transactions, because there may be no store yet. */
export type OpenHandler<I, O> = (input: I, context: OpenContext) => O | Promise<O>

/** Reads; cannot write. Where it waits, as for a document that is drawn, the session may have ended meanwhile. */
export type QueryHandler<I, O> = (input: I, context: QueryContext) => O | Promise<O>

/** Writes, inside the transaction that the dispatcher opened. */
export type Commit<O> = (context: MutationContext) => O

/**
 * A mutation that cannot wait, or one in two steps: what takes time (a key derivation, a library's first load) is
 * done before the transaction opens, and must change nothing. What ends the session concludes it, in transactions of its own.
 */
export type MutationHandler<I, O> =
  | ((input: I, context: MutationContext) => O)
  | { prepare(input: I, context: QueryContext): Promise<Commit<O>> }
  | { conclude(input: I, context: ConcludingContext): Promise<O> }

type HandlerFor<P> =
  P extends Procedure<infer K, infer A, infer I, infer O>
    ? A extends 'open'
      ? OpenHandler<z.output<I>, z.input<O>>
      : K extends 'query'
        ? QueryHandler<z.output<I>, z.input<O>>
        : MutationHandler<z.output<I>, z.input<O>>
    : never

/** One handler for every procedure of an area. */
export type AreaHandlers<Area> = { readonly [Method in keyof Area]: HandlerFor<Area[Method]> }

/** One handler for every procedure of a contract. */
export type Handlers<C extends Contract> = { readonly [Area in keyof C]: AreaHandlers<C[Area]> }
