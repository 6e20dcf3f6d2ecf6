import { insertPlan, listDeviations, type PlanRow, plansOf } from '#main/store/plan-repository.ts'
import type { enrolment } from '#shared/api/enrolment.ts'
import { AppError } from '#shared/api/errors.ts'
import { type CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import type { QueryContext } from './context.ts'
import { gateFor } from './enrolment/gate.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { protocolOf } from './protocol-basis.ts'
import { todayOf } from './signatures/composition.ts'

export const enrolmentHandlers: AreaHandlers<typeof enrolment> = {
  gate({ on, ...place }, context) {
    protocolOf(place.protocolId, context.protocols)
    const { open, reasons, signature } = gateFor({ ...place, on: dayOnly(on ?? todayOf(context)) }, context)
    return { open, reasons: [...reasons], signature }
  },

  plan(place, context) {
    const { db, audit, newId, session, now, user, protocols } = context
    protocolOf(place.protocolId, protocols)
    const { reasons, signature } = gateFor({ ...place, on: dayOnly(place.on) }, context)
    if (signature === null) throw new AppError({ code: 'gate_closed', reasons: [...reasons] })
    const plan = { ...place, signature, enteredAt: session.clock.render(now()), authorId: user.id }
    insertPlan(db, newId(), plan)
    const { patientId, protocolId: protocol, step, on } = place
    audit({
      action: 'enrolment.plan',
      subject: { kind: 'patient', id: patientId },
      field: `plans.${protocol}.${step}`,
      newValue: { on, signature },
    })
    return shownPlan(plan, context)
  },

  plans({ patientId }, context) {
    patientOf(context.db, patientId)
    return plansOf(context.db, patientId).map(plan => shownPlan(plan, context))
  },

  deviations: ({ patientId }, { db }) =>
    listDeviations(db, patientId).map(({ authorId, ...deviation }) => ({
      ...deviation,
      recordedBy: authorId,
    })),
}

function shownPlan({ authorId, ...plan }: PlanRow, context: QueryContext) {
  const { open, signature } = gateFor({ ...plan, on: dayOnly(plan.on) }, context)
  return { ...plan, author: authorId, stands: open && signature === plan.signature }
}

/** A whole day as a time that something happened. */
function dayOnly(day: CivilDate): PartialDate {
  return PartialDate.parse(day)
}
