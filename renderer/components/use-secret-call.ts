import { useCallback, useState } from 'react'

interface CallState {
  readonly isRunning: boolean
  readonly error?: unknown
}

/**
 * One call that carries a password or a recovery key. A mutation of the query client would keep its input for minutes;
 * here it is gone with the call. `run` answers whether it succeeded.
 */
export function useSecretCall<I>(call: (input: I) => Promise<unknown>) {
  const [state, setState] = useState<CallState>({ isRunning: false })
  const run = useCallback(
    async (input: I): Promise<boolean> => {
      setState({ isRunning: true })
      try {
        await call(input)
        setState({ isRunning: false })
        return true
      } catch (error) {
        setState({ isRunning: false, error })
        return false
      }
    },
    [call],
  )
  const forget = useCallback(() => setState({ isRunning: false }), [])
  return { ...state, run, forget }
}
