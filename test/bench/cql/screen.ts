import cql from 'cql-execution'
import { library } from './criteria.ts'
import { type CqlPatient, onParameter, PreparedSource } from './source.ts'

/** What each of the five conditions says, by criterion id: true, false, or null for not known. */
export type CqlAnswers = Readonly<Record<string, boolean | null>>

const compiled = new cql.Library(library)
const noCodes = new cql.CodeService({})
/** Fixed, so that the runtime never asks the clock; no criterion uses it. */
const executedAt = new cql.DateTime(2026, 11, 22, 0, 0, 0, 0, 8)

/** Screens every candidate on the five criteria with the runtime as it is meant to be used: one run, one source. */
export async function screenWithCql(
  patients: readonly CqlPatient[],
  on: string,
): Promise<ReadonlyMap<string, CqlAnswers>> {
  const executor = new cql.Executor(compiled, noCodes, onParameter(on))
  const results = await executor.exec(new PreparedSource(patients), executedAt)
  return new Map(Object.entries(results.patientResults as Record<string, CqlAnswers>))
}
