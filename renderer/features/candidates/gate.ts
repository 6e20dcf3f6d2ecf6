/** Holds long work between two steps until it is let on, or called off. */
export function createGate() {
  let isClosed = false
  let waiting: (() => void)[] = []
  const letOn = () => {
    for (const go of waiting) go()
    waiting = []
  }
  return {
    close() {
      isClosed = true
    },
    open() {
      isClosed = false
      letOn()
    },
    async passage(signal: AbortSignal): Promise<void> {
      if (!isClosed || signal.aborted) return
      signal.addEventListener('abort', letOn, { once: true })
      await new Promise<void>(go => waiting.push(go))
    },
  }
}
export type Gate = ReturnType<typeof createGate>
