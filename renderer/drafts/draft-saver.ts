import { useMemo } from 'react'

/** Knows every form that has something to keep, so that locking can keep it first. */
export interface DraftSaver {
  /** Answers how to leave again; what is not kept by then is kept on leaving, while the store is open. */
  readonly register: (save: () => Promise<void>) => () => void
  /** Keeps what is not kept yet; a form that fails does not stop the others. */
  readonly flush: () => Promise<void>
  /** Whether there is a store to keep anything in: a locked one must not be asked. */
  readonly follow: (isOpen: boolean) => void
}

function createDraftSaver(): DraftSaver {
  const forms = new Set<() => Promise<void>>()
  let isStoreOpen = false
  return {
    register(save) {
      forms.add(save)
      return () => {
        forms.delete(save)
        if (isStoreOpen) void save().catch(() => undefined)
      }
    },
    follow(isOpen) {
      isStoreOpen = isOpen
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
