const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

/** Below this many digits a number is as readable as it stands. */
const FEW_DIGITS = 4

/** `98000000` as `9.8 × 10⁷`: cells are counted in powers of ten. Every digit that is not a final zero stays. */
export function cellsText(number: string): string {
  const digits = /^0*([1-9]\d*)$/.exec(number)?.[1]
  if (digits === undefined || digits.length < FEW_DIGITS) return number
  const [first = '', ...rest] = digits.replace(/0+$/, '')
  const fraction = rest.length === 0 ? '' : `.${rest.join('')}`
  const power = [...String(digits.length - 1)].map(digit => RAISED[Number(digit)]).join('')
  return `${first}${fraction} × 10${power}`
}
