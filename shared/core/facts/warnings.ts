import { analyteOfLoinc } from '../analytes.ts'
import type { FactContent } from './content.ts'

/** What an evaluation will miss in a content that may be charted all the same; `path` is the field. */
export function contentWarnings(content: FactContent): { path: string; message: string }[] {
  if (content.kind !== 'laboratory') return []
  const analyte = analyteOfLoinc(content.loinc)
  if (analyte === undefined) {
    return [
      {
        path: 'loinc',
        message: 'is kept, but Lobule does not interpret this code: no criterion will see it',
      },
    ]
  }
  if (analyte !== 'prothrombin_time' || content.control !== 'not_printed') return []
  return [
    { path: 'control', message: 'is not printed on the report: the prolongation against it stays unknown' },
  ]
}
