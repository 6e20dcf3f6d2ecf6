/** What idle time is measured by. Apart from the clock of the records, which a test or a playback moves by months. */
export interface Timer {
  /** Milliseconds; goes on while the computer sleeps. */
  readonly now: () => number
  /** Calls `work` again and again until the answered function is called. Never sooner than asked, perhaps later. */
  readonly every: (milliseconds: number, work: () => void) => () => void
}

/** The computer's own. It keeps no process alive. */
export const systemTimer: Timer = {
  now: Date.now,
  every(milliseconds, work) {
    const handle = setInterval(work, milliseconds).unref()
    return () => clearInterval(handle)
  },
}
