import type { ReadableDb } from '#main/store/connection.ts'
import { type PlanRow, plansOf } from '#main/store/plan-repository.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { ScheduledDays } from '#shared/core/schedule/calendar-input.ts'

/** The days planned through the gate for a patient in a protocol; of each step the newest plan counts. */
export function scheduledDays(db: ReadableDb, patientId: PatientId, protocol: ProtocolId): ScheduledDays {
  const plans = plansOf(db, patientId).filter(({ protocolId }) => protocolId === protocol)
  const doses = new Map<number, CivilDate>()
  for (const plan of plans) {
    const number = doseIn(plan)
    if (number !== undefined && !doses.has(number)) doses.set(number, plan.on)
  }
  return { enrolment: plans.find(({ step }) => step === 'enrolment')?.on, doses }
}

function doseIn({ step, number }: PlanRow): number | undefined {
  return step === 'first_dose' ? 1 : (number ?? undefined)
}
