import { z } from 'zod'
import { PatientId } from '#shared/core/ids.ts'
import { type ReadableDb, select } from './connection.ts'

/** Another text after every change to the store, by this process or another, whatever it was. */
export function changeMark(db: ReadableDb): string {
  const sql = "SELECT total_changes() || '.' || data_version FROM pragma_data_version"
  return z.string().parse(select(db, sql).pluck().get())
}

const StampRow = z.object({ id: PatientId, stamp: z.string() })

/** For each of these patients another text after every change to their record or their facts. */
export function chartStamps(db: ReadableDb, ids: readonly PatientId[]): Map<PatientId, string> {
  // Versions are only ever added, so that their number tells.
  const sql = `SELECT p.id, (SELECT count(*) FROM patient_versions WHERE patient_id = p.id) || '.' ||
    (SELECT count(*) FROM fact_versions WHERE patient_id = p.id) AS stamp
    FROM patients p WHERE p.id IN (SELECT value FROM json_each(?))`
  const rows = select(db, sql).all(JSON.stringify(ids))
  return new Map(rows.map(row => StampRow.parse(row)).map(({ id, stamp }) => [id, stamp]))
}
