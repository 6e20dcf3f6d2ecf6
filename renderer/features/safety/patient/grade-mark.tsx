import { useTranslation } from 'react-i18next'
import gradeClasses from './grades.module.css'
import classes from './patient-safety.module.css'

/** A CTCAE grade as a number on a ground that stands out more with it; in words while nobody has graded. */
export function GradeMark({ grade }: { readonly grade: number | null }) {
  const { t } = useTranslation('safety')
  if (grade === null) return <span className={classes['dim']}>{t('list.notGraded')}</span>
  return (
    <span className={`${classes['mark']} ${gradeClasses['graded']}`} data-grade={grade}>
      {t('grade', { grade })}
    </span>
  )
}
