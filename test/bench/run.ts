import { parseArgs } from 'node:util'
import { backupRows } from './backups/rows.ts'
import { documentRows } from './documents/rows.ts'
import { flatRows } from './flat/rows.ts'
import { importRows } from './imports/rows.ts'
import { odmRows } from './odm/rows.ts'
import { scoreRows } from './scores/rows.ts'
import { screeningRows } from './screening.ts'
import { storeRows, verifyRow } from './store/rows.ts'
import { type Row, tableOf } from './table.ts'
import { trendRows } from './trends/rows.ts'

/*
 * npm run bench [-- --quick] [-- --documents | --scores | --data | --backups]
 * Prints one table of ratios. README.md in this folder says what each row means.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    documents: { type: 'boolean', default: false },
    scores: { type: 'boolean', default: false },
    data: { type: 'boolean', default: false },
    backups: { type: 'boolean', default: false },
  },
})

const size = values.quick
  ? {
      candidates: [500],
      rounds: 4,
      entries: 10_000,
      savesPerRound: 100,
      batch: 9,
      cohort: 100,
      importing: 100,
      subjects: 100,
      backedUp: 50,
    }
  : {
      candidates: [2000, 20_000],
      rounds: 8,
      entries: 100_000,
      savesPerRound: 500,
      batch: 100,
      cohort: 500,
      importing: 1000,
      subjects: 1000,
      backedUp: 300,
    }

const { quick: _quick, ...parts } = values
const isWhole = !Object.values(parts).includes(true)
const rows: Row[] = []
if (isWhole || values.documents) rows.push(...(await documentRows(size.rounds, size.batch)))
if (isWhole || values.scores) rows.push(...(await scoreRows(size.rounds)))
if (isWhole || values.data) {
  rows.push(...(await importRows(size.importing, Math.ceil(size.rounds / 2))))
  rows.push(...(await odmRows(size.subjects, size.rounds)), ...(await flatRows(size.subjects, size.rounds)))
}
if (isWhole || values.backups) rows.push(...(await backupRows(size.backedUp, size.rounds)))
if (isWhole) {
  rows.push(...(await storeRows(size)), await verifyRow(size.entries, size.rounds))
  rows.push(...(await trendRows(size.cohort, size.rounds)))
  for (const count of size.candidates) {
    rows.push(...(await screeningRows(count, count > 5000 ? Math.ceil(size.rounds / 2) : size.rounds)))
  }
}
process.stdout.write(`${tableOf(rows)}\n`)
