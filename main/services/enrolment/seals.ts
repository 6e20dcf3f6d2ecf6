import type { QueryContext } from '#main/services/context.ts'
import { checkSignature } from '#main/services/signatures/check.ts'
import { digestsOf } from '#main/services/signatures/digest.ts'
import { summariesOf } from '#main/services/signatures/summaries.ts'
import { AppError } from '#shared/api/errors.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import type { Gate } from './gate.ts'

/** Whether the signatures that open gates lie in the store as they were signed. */
export type Seals = ReadonlyMap<SignatureId, boolean>

/** Checks what opens these gates, and nothing else. It waits, so that a transaction gets the answers handed over. */
export async function sealsOf(gates: readonly Gate[], context: QueryContext): Promise<Seals> {
  const ids = new Set(gates.flatMap(({ signature }) => signature ?? []))
  const checked = [...ids].map(async id => [id, await isSound(id, context)] as const)
  return new Map(await Promise.all(checked))
}

/** A decision with its countersignature, where it has one; the store is read before anything is waited for. */
async function isSound(id: SignatureId, context: QueryContext): Promise<boolean> {
  const [summary] = summariesOf([id], context)
  const ids = [id, ...(summary?.countersigned ? [summary.countersigned.id] : [])]
  // The gate was asked of what was read earlier in the session: that must be the text that is checked.
  const read = digestsOf(context.db, ids)
  const checks = await Promise.all(ids.map(one => checkSignature(one, context)))
  return checks.every(
    ({ summary: { id: one }, sha256, verification }) =>
      verification.holds && sha256 === read.get(one)?.sha256,
  )
}

/**
 * A gate that only a sound signature opens. Throws `stale_version` for one that came meanwhile: nobody has checked it.
 */
export function sealed(gate: Gate, seals: Seals): Gate {
  if (gate.signature === null) return gate
  const isSealed = seals.get(gate.signature)
  if (isSealed === undefined) throw new AppError({ code: 'stale_version', entity: 'signature', current: 1 })
  return isSealed ? gate : { open: false, reasons: ['signature_broken'], signature: null }
}
