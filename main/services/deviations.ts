import { insertAddedDeviation, insertDeviationNote } from '#main/store/deviation-repository.ts'
import type { deviations } from '#shared/api/deviations.ts'
import { PatientId } from '#shared/core/ids.ts'
import type { DeviationNote } from '#shared/core/schedule/deviation.ts'
import { deviationKey } from '#shared/core/schedule/deviations-of.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { defined } from './defined.ts'
import { deviationList } from './deviations/listed.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { nextVersion } from './next-version.ts'
import { patientOf } from './patients.ts'
import { protocolOf } from './protocol-basis.ts'
import { todayOf } from './signatures/composition.ts'

export const deviationHandlers: AreaHandlers<typeof deviations> = {
  list: ({ patientId, protocolId }, context) =>
    deviationList(patientId, context).filter(
      ({ protocol }) => protocolId === undefined || protocol === protocolId,
    ),

  add({ patientId, protocolId, on, text, note }, context) {
    const { db, audit, newId, session, now, user, protocols } = context
    patientOf(db, patientId)
    protocolOf(protocolId, protocols)
    if (on > todayOf(context)) throw invalid('on', 'lies in the future')
    const key = deviationKey(patientId, protocolId, `added:${newId()}`)
    const entered = { enteredAt: session.clock.render(now()), authorId: user.id }
    insertAddedDeviation(db, { key, patientId, protocolId, on, text, ...entered })
    audit({
      action: 'deviation.add',
      ...placeOf(patientId, key),
      newValue: { protocol: protocolId, on, text },
    })
    return keepNote({ key, patientId, expectedVersion: 0, note }, context)
  },

  note({ key, ...change }, context) {
    const patientId = PatientId.safeParse(key.split(':')[1]).data
    if (patientId === undefined) throw notFound('deviation', key)
    return keepNote({ key, patientId, ...change }, context)
  },
}

interface Noted {
  readonly key: string
  readonly patientId: PatientId
  readonly expectedVersion: number
  readonly note: DeviationNote
  readonly reason?: string | undefined
}

/** What does not exist now cannot be said anything about. */
function keepNote({ key, patientId, expectedVersion, note, reason }: Noted, context: MutationContext) {
  const before = deviationOf(patientId, key, context).note
  const next = nextVersion(before ?? undefined, { entity: 'note', expectedVersion, reason }, context)
  insertDeviationNote(context.db, { key, patientId, note, ...next })
  context.audit({
    action: 'deviation.note',
    ...placeOf(patientId, key),
    oldValue: before && {
      class: before.class,
      reason: before.reason,
      ...defined({ action: before.action }),
      told: before.told,
    },
    newValue: note,
    ...defined({ reason }),
  })
  return deviationOf(patientId, key, context)
}

function deviationOf(patientId: PatientId, key: string, context: QueryContext) {
  const found = deviationList(patientId, context).find(one => one.key === key)
  if (found === undefined) throw notFound('deviation', key)
  return found
}

function placeOf(patientId: PatientId, key: string) {
  return { subject: { kind: 'patient', id: patientId }, field: `deviations.${key}` }
}
