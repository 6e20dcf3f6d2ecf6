/** What the clock of ICH E2A depends on. */
export interface CaseForReporting {
  readonly serious: boolean
  readonly fatal: boolean
  readonly lifeThreatening: boolean
  readonly suspectedAndUnexpected: boolean
}

/** Calendar days from the sponsor's first knowledge; null: no expedited report by ICH E2A. */
export interface ExpeditedDays {
  readonly calendarDays: 7 | 15 | null
  /** Further days for the complete report after a first one of 7 days. */
  readonly followUpDays: 8 | null
}

/** The clock of ICH E2A: only for what is suspected, serious and unexpected. Death and danger to life are serious. */
export function expeditedDays(report: CaseForReporting): ExpeditedDays {
  const isGrave = report.fatal || report.lifeThreatening
  if (!report.suspectedAndUnexpected || !(report.serious || isGrave)) {
    return { calendarDays: null, followUpDays: null }
  }
  return isGrave ? { calendarDays: 7, followUpDays: 8 } : { calendarDays: 15, followUpDays: null }
}
