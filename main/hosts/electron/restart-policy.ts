/** Decides whether a process that ended is started again, and after how long. */
export interface RestartPolicy {
  /** Milliseconds to wait before the next start; `undefined` where it ended too often. */
  next(endedAt: number): number | undefined
  /** Somebody asked to try again: earlier ends are forgotten. */
  forget(): void
}

const WITHIN = 60_000
const MOST = 5
const FIRST_WAIT = 100

/** Waits twice as long after each end, and gives up at the sixth end within a minute. */
export function restartPolicy(): RestartPolicy {
  let ends: number[] = []
  return {
    next(endedAt) {
      ends = [...ends.filter(end => endedAt - end < WITHIN), endedAt]
      return ends.length > MOST ? undefined : FIRST_WAIT * 2 ** (ends.length - 1)
    },
    forget() {
      ends = []
    },
  }
}
