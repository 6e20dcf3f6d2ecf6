import { UNSCHEDULED } from '#shared/core/facts/trial.ts'
import { type LocalizedText, text, verbatim } from '#shared/core/text.ts'

/** What a visit of a registry record is called: by its week, the baseline and the doses by what they are. */
export function visitTitle(visit: string): LocalizedText {
  if (visit === UNSCHEDULED) return text('Unscheduled visit', '计划外访视')
  if (visit === 'baseline') return text('Baseline', '基线')
  const { dose, week } = /^(?:dose-(?<dose>\d+)|week-(?<week>\d+))$/.exec(visit)?.groups ?? {}
  if (dose !== undefined) return text(`Dose ${dose}`, `第 ${dose} 次给药`)
  return week === undefined ? verbatim(visit) : text(`Week ${week}`, `第 ${week} 周`)
}
