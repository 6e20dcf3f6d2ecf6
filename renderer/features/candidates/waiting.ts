import type { Line } from './lines.ts'
import type { Patient } from './patient.ts'

/** Who waits for each missing item, by its key; each person once, however many criteria ask for it. */
export function waitingByItem(lines: readonly Line[]): ReadonlyMap<string, readonly Patient[]> {
  const waiting = new Map<string, Patient[]>()
  for (const { patient, answers = [] } of lines) {
    for (const key of new Set(answers.flatMap(({ missing }) => missing))) {
      const patients = waiting.get(key)
      if (patients) patients.push(patient)
      else waiting.set(key, [patient])
    }
  }
  return waiting
}
