import type { Laboratory } from '#shared/api/laboratories.ts'
import { NonNegativeDecimalText } from '#shared/core/decimal.ts'
import { useWrite } from '../../api/hooks.ts'
import { type LaboratoryDraft, plain, testsOf } from './laboratory-rows.ts'

/** Adds a laboratory, or writes the next version of one. */
export function useLaboratorySave(laboratory: Laboratory | undefined, onSuccess: () => void) {
  const add = useWrite('laboratories', 'add')
  const change = useWrite('laboratories', 'change')
  const save = (draft: LaboratoryDraft, reason: string) => {
    const usualControl = NonNegativeDecimalText.safeParse(plain(draft.usualControl)).data
    const fields = {
      name: draft.name,
      tests: testsOf(draft.rows),
      ...(usualControl ? { usualControl } : {}),
    }
    if (laboratory === undefined) return add.mutate(fields, { onSuccess })
    const { id, version } = laboratory
    return change.mutate({ id, expectedVersion: version, reason, ...fields }, { onSuccess })
  }
  return { save, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
