import { useMemo } from 'react'

/** Knows every form that has something to keep, so that locking can keep it first. */
export interface DraftSaver {
  /** Answers how to leave again. */
  readonly register: (save: () => Promise<void>) => () => void
  /** Keeps what is not kept yet; a form that fails does not stop the others. */
  readonly flush: () => Promise<void>
}

export function createDraftSaver(): DraftSaver {
  const forms = new Set<() => Promise<void>>()
  return {
    register(save) {
      forms.add(save)
      return () => void forms.delete(save)
    },
    async flush() {
      await Promise.allSettled([...forms].map(save => save()))
    },
  }
}

/** One saver for the life of the page. */
export function useDraftSaver(): DraftSaver {
  return useMemo(createDraftSaver, [])
}
