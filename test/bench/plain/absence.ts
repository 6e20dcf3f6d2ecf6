import { typesOf } from '#shared/core/facts/content.ts'
import { askedInVain } from './asked.ts'
import { type Days, daysOf } from './calendar.ts'
import { birthOf, type Case, type Charted, charted } from './record.ts'

type About = Charted<'negative_finding'>['about']

/**
 * Whether negative findings cover every day of the window, for each of the types asked about. A window without a first
 * day begins with the birth, where that is charted.
 */
export function excluded(about: About, window: Days, patient: Case, types = typesOf(about)): boolean {
  const findings = charted(patient, 'negative_finding').filter(finding => finding.about === about)
  const born = birthOf(patient)?.first ?? -Infinity
  const asked = types.length === 0 ? [undefined] : types
  return asked.every(type => {
    const spans = findings
      .filter(finding => type === undefined || (finding.types?.includes(type) ?? true))
      .map(finding => certainDays(finding, patient))
    return covers(spans, { first: window.first === -Infinity ? born : window.first, last: window.last })
  })
}

/**
 * The days that a finding covers for certain. After the last entry it counts as renewed to the day asked for, if it held
 * on the day it was charted and was not asked for in vain since.
 */
export function certainDays(finding: Charted<'negative_finding'>, patient: Case): Days {
  const to = daysOf(finding.to, finding.entered)
  const from =
    finding.from === undefined ? Number.NEGATIVE_INFINITY : daysOf(finding.from, finding.entered).last
  const { on } = patient
  const inVain = askedInVain({ about: finding.about }, patient).some(asked => asked > to.first && asked <= on)
  const renewed = on > patient.charted && !inVain && to.first >= finding.entered
  return { first: Math.min(from, to.last), last: renewed ? Math.max(to.first, on) : to.first }
}

function covers(spans: readonly Days[], { first, last }: Days): boolean {
  let reached = first
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    if (span.first > reached) break
    if (span.last >= reached) reached = span.last + 1
  }
  return reached > last
}
