/** The id of a criterion's line on the page. */
export function lineId(protocol: string, criterion: string): string {
  return `criterion-${protocol}-${criterion}`
}

/** Brings a criterion's line into sight and the keyboard to it. */
export function toCriterion(protocol: string, criterion: string): void {
  const line = document.getElementById(lineId(protocol, criterion))
  line?.scrollIntoView({ block: 'center' })
  line?.querySelector('button')?.focus({ preventScroll: true })
}
