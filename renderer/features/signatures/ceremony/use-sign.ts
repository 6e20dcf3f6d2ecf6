import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Api, useApi } from '../../../api/api.tsx'
import { waitOf } from '../../../components/password/refused-secret.ts'
import { useCountdown } from '../../../components/password/use-countdown.ts'
import { useSecretCall } from '../../../components/use-secret-call.ts'

type Input = Parameters<Api['signatures']['sign']>[0]
export type Signed = Awaited<ReturnType<Api['signatures']['sign']>>

/** Signs; what carries the password is gone with the call. Every screen asks again for what it shows. */
export function useSign(onSigned: (signed: Signed) => void) {
  const api = useApi()
  const queries = useQueryClient()
  const { left, start } = useCountdown()
  const call = useCallback(
    async (input: Input) => {
      try {
        onSigned(await api.signatures.sign(input))
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        throw error
      }
      await queries.invalidateQueries()
    },
    [api, queries, onSigned, start],
  )
  return { ...useSecretCall(call), left }
}
