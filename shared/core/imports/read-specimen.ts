import type { Columns } from './columns.ts'
import { isBlank } from './read-value.ts'
import { refusal } from './refusal.ts'
import type { Refusal } from './row.ts'

/** What laboratories call blood and what is made of it. */
const BLOOD =
  /^(?:(?:静脉|动脉|外周|末梢|毛细)?血液?|全血|(?:抗凝|静脉)?(?:全血|血清|血浆)|血常规管|(?:venous |arterial |whole )?blood|serum|plasma|edta[- ]?(?:blood|plasma)|citrate[- ]?plasma)$/i

/**
 * Why a row is of another specimen than blood: the codes of a table are those of blood, and creatinine of urine must not
 * become one of serum. Undefined for blood, and where the row says nothing.
 */
export function specimenReader(columns: Columns): (cells: readonly string[]) => Refusal | undefined {
  const column = columns.one('specimen')
  if (column === undefined) return () => undefined
  return cells => {
    const cell = cells[column.index] ?? ''
    if (isBlank(cell) || BLOOD.test(cell.normalize('NFKC').trim())) return undefined
    return refusal('other_specimen', column.name, cell)
  }
}
