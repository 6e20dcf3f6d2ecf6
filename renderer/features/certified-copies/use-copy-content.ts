import { useEffect, useState } from 'react'
import { useApi } from '../../api/api.tsx'
import { readParts } from '../../api/read-parts.ts'
import type { Scan } from './scan.ts'

interface Loading {
  /** Of which copy this is the outcome. */
  readonly of: string
  readonly scan?: Scan
  readonly error?: unknown
}

/** The file of a certified copy while its screen is there; the engine compares its hash first. */
export function useCopyContent(id: string): Omit<Loading, 'of'> {
  const api = useApi()
  const [loading, setLoading] = useState<Loading>({ of: id })
  useEffect(() => {
    let isGone = false
    readParts(offset => api.certifiedCopies.content({ id, offset })).then(
      ({ first, content }) => {
        if (!isGone) setLoading({ of: id, scan: { mediaType: first.mediaType, content } })
      },
      error => {
        if (!isGone) setLoading({ of: id, error })
      },
    )
    return () => {
      isGone = true
    }
  }, [api, id])
  return loading.of === id ? loading : {}
}
