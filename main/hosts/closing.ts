/** How long the backup may take that closing a store makes, or that runs by then; in milliseconds. */
export const BACKUP_WITHIN = 60_000

/** For what is beyond that: an engine that hangs is not waited for. */
const LONGEST = BACKUP_WITHIN + 10_000

/** Shorter, and nobody has to be told. */
const UNSAID = 300

interface ClosingOptions {
  /** Closes the engine, and answers when it is closed. Called once. */
  readonly close: () => Promise<void>
  /** Ends it without waiting any longer, also for the backup. */
  readonly hurry: () => void
  /** Says that closing takes a while, and that asking again does not wait. */
  readonly say: () => void
  readonly ended: () => void
}

/** Ends an application that keeps a store: its host goes on until the store is closed. */
interface Closing {
  /** Somebody asks to end. Answers whether the host may go now; begins to close where nobody asked before. */
  ask(): boolean
}

/** Asking a second time hurries, but only once somebody was told: a double click must not cost the backup. */
export function orderlyClosing({ close, hurry, say, ended }: ClosingOptions): Closing {
  let state: 'open' | 'closing' | 'said' | 'closed' = 'open'

  async function begin(): Promise<void> {
    state = 'closing'
    const telling = setTimeout(() => {
      state = 'said'
      say()
    }, UNSAID)
    const late = setTimeout(hurry, LONGEST)
    await close()
    clearTimeout(telling)
    clearTimeout(late)
    state = 'closed'
    ended()
  }

  return {
    ask() {
      if (state === 'said') hurry()
      if (state === 'open') void begin()
      return state === 'closed'
    },
  }
}
