import type { FactContentOf } from '#shared/core/facts/content.ts'
import { timeText } from '../../../i18n/format.ts'
import type { Speech } from '../../chart/speech.ts'

type Event = FactContentOf<'adverse_event'>

/** The highest grade that an event had; undefined while nobody has graded it. */
export function worstGrade({ grades }: Pick<Event, 'grades'>): number | undefined {
  return grades.length === 0 ? undefined : Math.max(...grades.map(({ grade }) => grade))
}

/** The grades as they followed each other, each with the time from which it held. */
export function gradesText({ grades }: Pick<Event, 'grades'>, { language, t }: Speech): string {
  if (grades.length === 0) return t('safety.notGraded')
  return grades
    .map(({ grade, from }) => t('safety.gradeSince', { grade, since: timeText(from, language) }))
    .join(t('trial.between'))
}
