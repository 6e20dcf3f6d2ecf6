const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const BOTH = new RegExp(`^[([]?(${NUMBER})(?:-{1,2}|[–—~～至])(${NUMBER})[)\\]]?$`)
const UPPER = new RegExp(`^[([]?(?:<=?|≤)(${NUMBER})[)\\]]?$`)
const LOWER = new RegExp(`^[([]?(?:>=?|≥)(${NUMBER})[)\\]]?$`)

/** Both limits of a range as printed, '' for one that it does not have: `9-50`, `(9～50)`, `<34.2`, `≥60`. */
export function readRange(cell: string): { readonly low: string; readonly high: string } | undefined {
  const plain = cell.normalize('NFKC').replace(/\s+/g, '')
  const [, low, high] = BOTH.exec(plain) ?? []
  if (low !== undefined && high !== undefined) return { low, high }
  const upper = UPPER.exec(plain)?.[1]
  if (upper !== undefined) return { low: '', high: upper }
  const lower = LOWER.exec(plain)?.[1]
  return lower === undefined ? undefined : { low: lower, high: '' }
}
