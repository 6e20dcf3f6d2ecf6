import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { type Api, useApi } from '../../../api/api.tsx'
import { waitOf } from '../../../components/password/refused-secret.ts'
import { useCountdown } from '../../../components/password/use-countdown.ts'
import type { TypedCredentials } from '../ceremony/credentials.tsx'
import type { Confirmed } from './sitting-item.ts'

/** So few at once that cancelling takes effect soon. */
const GROUP = 3

type Outcome =
  | { readonly state: 'signed'; readonly signature: SignatureSummary }
  | { readonly state: 'failed'; readonly error: unknown }

type Proof = Omit<TypedCredentials, 'loginName'> & { readonly loginName?: string }

/** What happened to each item so far. */
export type Outcomes = ReadonlyMap<Confirmed, Outcome>

interface SignListState {
  readonly outcomes: Outcomes
  readonly isRunning: boolean
  /** A refusal of the person, not of one item: nothing further was tried. */
  readonly error?: unknown
  /** Cancelled by the user: the rest is not signed. */
  readonly isCancelled: boolean
}

const NOTHING: SignListState = { outcomes: new Map(), isRunning: false, isCancelled: false }

/** Signs a list group by group: what is signed stays signed, what cannot be is told, and the rest can be cancelled. */
export function useSignList() {
  const api = useApi()
  const queries = useQueryClient()
  const { left, start } = useCountdown()
  const [state, setState] = useState<SignListState>(NOTHING)
  const cancelled = useRef(false)

  const run = useCallback(
    async (items: readonly Confirmed[], proof: Proof) => {
      cancelled.current = false
      const outcomes = new Map(state.outcomes)
      setState({ outcomes, isRunning: true, isCancelled: false })
      let refusal: unknown
      const waiting = items.filter(item => !outcomes.has(item))
      for (let first = 0; first < waiting.length && refusal === undefined; first += GROUP) {
        if (cancelled.current) break
        refusal = await signGroup(api, waiting.slice(first, first + GROUP), { proof, outcomes })
        setState({ outcomes: new Map(outcomes), isRunning: true, isCancelled: cancelled.current })
      }
      const wait = waitOf(refusal)
      if (wait !== undefined) start(wait)
      const error = refusal === undefined ? {} : { error: refusal }
      setState({ outcomes: new Map(outcomes), isRunning: false, isCancelled: cancelled.current, ...error })
      await queries.invalidateQueries()
    },
    [api, queries, start, state.outcomes],
  )
  const cancel = useCallback(() => {
    cancelled.current = true
  }, [])
  return { ...state, left, run, cancel }
}

interface Signing {
  readonly proof: Proof
  readonly outcomes: Map<Confirmed, Outcome>
}

/** All of a group, or each alone where one of them stands in the way of the others. Answers a refusal of the person. */
async function signGroup(api: Api, group: readonly Confirmed[], signing: Signing): Promise<unknown> {
  const { proof, outcomes } = signing
  try {
    const items = group.map(({ request, meaning, reviewed }) => ({ request, meaning, reviewed }))
    const signed = await api.signatures.sign({ ...proof, items })
    for (const [index, item] of group.entries()) {
      const signature = signed[index]
      if (signature) outcomes.set(item, { state: 'signed', signature })
    }
    return undefined
  } catch (error) {
    if (!isAboutItem(error)) return error
    const [only, another] = group
    if (only && another === undefined) {
      outcomes.set(only, { state: 'failed', error })
      return undefined
    }
  }
  for (const item of group) {
    const refusal = await signGroup(api, [item], signing)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

const ABOUT_ITEM: readonly ErrorPayload['code'][] = ['changed_since_shown', 'cannot_sign', 'not_found']

function isAboutItem(error: unknown): boolean {
  return error instanceof AppError && ABOUT_ITEM.includes(error.payload.code)
}
