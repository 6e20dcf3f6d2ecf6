import { useRef } from 'react'

/** Lets no call begin while one runs: a key that is held down must not save twice. Such a call answers undefined. */
export function useOneAtATime<R>(work: () => Promise<R>): () => Promise<R | undefined> {
  const isRunning = useRef(false)
  return async () => {
    if (isRunning.current) return undefined
    isRunning.current = true
    try {
      return await work()
    } finally {
      isRunning.current = false
    }
  }
}
