import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { AppError, type GateReason } from '#shared/api/errors.ts'
import { type Override, OverrideDialog } from './override-dialog.tsx'

interface Asking {
  readonly reasons: readonly GateReason[]
  readonly record: (override: Override) => Promise<void>
  readonly cancel: () => void
}

/**
 * Saves what may be an enrolment or a dose. Where the gate is closed a dialog explains it and asks for a second person;
 * cancelled, the refusal goes to the form, and nothing that was typed is lost.
 */
export function useGateOverride() {
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const save = useCallback(
    async <T,>(first: () => Promise<T>, withOverride: (override: Override) => Promise<T>): Promise<T> => {
      try {
        return await first()
      } catch (error) {
        const reasons = reasonsIn(error)
        if (reasons === undefined) throw error
        return new Promise<T>((resolve, reject) =>
          setAsking({
            reasons,
            async record(override) {
              const saved = await withOverride(override)
              setAsking(undefined)
              await queries.invalidateQueries()
              resolve(saved)
            },
            cancel() {
              setAsking(undefined)
              reject(error)
            },
          }),
        )
      }
    },
    [queries],
  )
  const dialog: ReactNode = asking && (
    <OverrideDialog reasons={asking.reasons} onRecord={asking.record} onCancel={asking.cancel} />
  )
  return { save, dialog }
}

function reasonsIn(error: unknown): readonly GateReason[] | undefined {
  if (!(error instanceof AppError) || error.payload.code !== 'gate_closed') return undefined
  return error.payload.reasons
}
