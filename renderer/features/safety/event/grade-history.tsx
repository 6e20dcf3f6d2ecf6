import { useTranslation } from 'react-i18next'
import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { generalGrades } from '#shared/core/adverse-events/general-grades.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { GradeMark } from '../patient/grade-mark.tsx'
import classes from './event-page.module.css'

/** The grades as they followed each other, each with what CTCAE means by it. */
export function GradeHistory({
  content: { grades, ctcae },
}: {
  readonly content: FactContentOf<'adverse_event'>
}) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const definitions: readonly string[] = ctcae === undefined ? generalGrades : ctcaeEntries[ctcae].grades
  return (
    <section aria-label={t('event.grades')}>
      <h3>{t('event.grades')}</h3>
      {grades.length === 0 && <p className={classes['quiet']}>{t('list.notGraded')}</p>}
      <ol className={classes['grades']}>
        {grades.map(({ grade, from }) => (
          <li key={`${grade} ${from}`}>
            <GradeMark grade={grade} />
            <span>{t('event.gradeSince', { since: timeText(from, language) })}</span>
            <span className={classes['quiet']} lang="en">
              {definitions[grade - 1]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
