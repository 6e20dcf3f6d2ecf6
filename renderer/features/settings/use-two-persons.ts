import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { AppError } from '#shared/api/errors.ts'
import { waitOf } from '../../components/password/refused-secret.ts'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useSecretCall } from '../../components/use-secret-call.ts'

/** Whose password was refused; the other's was right, or was not tried. */
export type Refused = 'own' | 'second' | undefined

/**
 * A call that two people prove who they are for; counts down what a refused password costs. A refused one is forgotten
 * at once, by `onRefused`.
 */
export function useTwoPersons<I>(call: (input: I) => Promise<unknown>, onRefused: (whose: Refused) => void) {
  const forget = useRef(onRefused)
  forget.current = onRefused
  const queries = useQueryClient()
  const { left, start } = useCountdown()
  const tried = useCallback(
    async (input: I) => {
      try {
        await call(input)
      } catch (error) {
        const wait = waitOf(error) ?? secondWaitOf(error)
        if (wait !== undefined) start(wait)
        forget.current(refusedIn(error))
        throw error
      }
      await queries.invalidateQueries()
    },
    [call, start, queries],
  )
  const secret = useSecretCall(tried)
  return { ...secret, left, refused: refusedIn(secret.error) }
}

function secondWaitOf(error: unknown): number | undefined {
  const payload = error instanceof AppError ? error.payload : undefined
  return payload?.code === 'second_person_refused' && payload.retryAfterSeconds > 0
    ? payload.retryAfterSeconds
    : undefined
}

function refusedIn(error: unknown): Refused {
  if (waitOf(error) !== undefined) return 'own'
  return error instanceof AppError && error.payload.code === 'second_person_refused' ? 'second' : undefined
}
