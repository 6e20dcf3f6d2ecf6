import type { z } from 'zod'
import { insertPlan, listDeviations, type PlanRow, plansOf } from '#main/store/plan-repository.ts'
import type { enrolment } from '#shared/api/enrolment.ts'
import type { AppError } from '#shared/api/errors.ts'
import { type CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { closed, type Gate, gateFor } from './enrolment/gate.ts'
import { sealed, sealsOf } from './enrolment/seals.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { protocolOf } from './protocol-basis.ts'
import { todayOf } from './signatures/composition.ts'
import { transact } from './trail.ts'

export const enrolmentHandlers: AreaHandlers<typeof enrolment> = {
  async gate({ on, ...place }, context) {
    protocolOf(place.protocolId, context.protocols)
    const gate = gateFor({ ...place, on: dayOnly(on ?? todayOf(context)) }, context)
    const { reasons, ...shown } = sealed(gate, await sealsOf([gate], context))
    return { ...shown, reasons: [...reasons] }
  },

  plan: {
    async prepare(place, preparing) {
      protocolOf(place.protocolId, preparing.protocols)
      const step = { ...place, on: dayOnly(place.on) }
      const asked = gateFor(step, preparing)
      const seals = await sealsOf([asked], preparing)
      const { open, reasons } = sealed(asked, seals)
      if (!open) throw refusedPlan(place, reasons, preparing)
      return context => {
        const { open, reasons, signature } = sealed(gateFor(step, context), seals)
        if (!open) throw closed(reasons)
        return keepPlan({ ...place, signature }, context)
      }
    },
  },

  async plans({ patientId }, context) {
    patientOf(context.db, patientId)
    const plans = plansOf(context.db, patientId)
    const gates = plans.map(plan => gateFor({ ...plan, on: dayOnly(plan.on) }, context))
    const seals = await sealsOf(gates, context)
    const now = gates.map(gate => sealed(gate, seals))
    return plans.map((plan, index) => {
      const gate = now[index]
      return shownPlan(plan, gate?.open === true && gate.signature === plan.signature)
    })
  },

  deviations: ({ patientId }, { db }) =>
    listDeviations(db, patientId).map(({ authorId, ...deviation }) => ({
      ...deviation,
      recordedBy: authorId,
    })),
}

type Place = z.output<typeof enrolment.plan.input>

/** A plan that was refused stands in the trail: the refusal takes back nothing, since nothing was begun. */
function refusedPlan(place: Place, reasons: Gate['reasons'], context: QueryContext): AppError {
  const newValue = { on: place.on, missing: reasons }
  transact(context.session, context, audit =>
    audit({ action: 'enrolment.plan_refused', ...placeInTrail(place), newValue }),
  )
  return closed(reasons)
}

function keepPlan(place: Place & Pick<PlanRow, 'signature'>, context: MutationContext) {
  const { db, audit, newId, session, now, user } = context
  const plan = {
    ...place,
    number: place.number ?? null,
    enteredAt: session.clock.render(now()),
    authorId: user.id,
  }
  const before = plansOf(db, place.patientId).find(one => isSamePlace(one, plan))
  insertPlan(db, newId(), plan)
  const { on, signature } = place
  const oldValue = before ? { on: before.on, signature: before.signature } : null
  audit({ action: 'enrolment.plan', ...placeInTrail(place), oldValue, newValue: { on, signature } })
  return shownPlan(plan, true)
}

function isSamePlace(one: PlanRow, other: PlanRow): boolean {
  return one.protocolId === other.protocolId && one.step === other.step && one.number === other.number
}

function placeInTrail({ patientId, protocolId, step, number }: Omit<Place, 'on'>) {
  const field = ['plans', protocolId, step, ...(number === undefined ? [] : [number])].join('.')
  return { subject: { kind: 'patient', id: patientId }, field }
}

function shownPlan({ authorId, ...plan }: PlanRow, stands: boolean) {
  return { ...plan, author: authorId, stands }
}

/** A whole day as a time that something happened. */
function dayOnly(day: CivilDate): PartialDate {
  return PartialDate.parse(day)
}
