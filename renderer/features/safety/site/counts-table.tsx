import { useTranslation } from 'react-i18next'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { Counted, SafetyOverview } from '#shared/core/adverse-events/overview.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './counts.module.css'
import { ScrolledTable } from './scrolled-table.tsx'

const GRADES = [1, 2, 3, 4, 5] as const

/** Events by seriousness, relation, grade and rate: all of them, then by organ class. */
export function CountsTable({
  overview: { total, organClasses: lines },
}: {
  readonly overview: SafetyOverview
}) {
  const { t } = useTranslation('safetySite')
  const language = useLanguage()
  return (
    <ScrolledTable title={t('counts.title')} hint={t('counts.hint')}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t('counts.organClass')}
          </th>
          {(['events', 'patients', 'serious', 'related', 'notAssessed'] as const).map(name => (
            <th scope="col" rowSpan={2} key={name} className={classes['number']}>
              {t(`counts.${name}`)}
            </th>
          ))}
          <th scope="colgroup" colSpan={6}>
            {t('counts.byGrade')}
          </th>
          <th scope="col" rowSpan={2} className={classes['number']}>
            {t('counts.rate')}
          </th>
        </tr>
        <tr>
          {GRADES.map(grade => (
            <th scope="col" key={grade} className={classes['number']}>
              {grade}
            </th>
          ))}
          <th scope="col" className={classes['number']}>
            {t('grade.none')}
          </th>
        </tr>
      </thead>
      <tbody>
        <CountsRow name={t('counts.all')} counted={total} isTotal />
        {lines.map(({ organClass, counted }) => (
          <CountsRow
            key={organClass ?? ''}
            name={organClass === null ? t('counts.noClass') : organClasses[organClass][language]}
            counted={counted}
          />
        ))}
      </tbody>
    </ScrolledTable>
  )
}

interface CountsRowProps {
  readonly name: string
  readonly counted: Counted
  readonly isTotal?: boolean
}

function CountsRow({ name, counted, isTotal = false }: CountsRowProps) {
  const { events, patients, serious, related, notAssessed, byGrade, ungraded, per100PatientYears } = counted
  const counts = [
    ['events', events],
    ['patients', patients],
    ['serious', serious],
    ['related', related],
    ['notAssessed', notAssessed],
    ...byGrade.map((count, index) => [`grade ${index + 1}`, count] as const),
    ['ungraded', ungraded],
  ] as const
  return (
    <tr data-total={isTotal || undefined}>
      <th scope="row">{name}</th>
      {counts.map(([column, count]) => (
        <td key={column} className={classes['number']} data-zero={count === 0 || undefined}>
          {count}
        </td>
      ))}
      <td className={classes['number']}>
        {per100PatientYears === null ? '–' : per100PatientYears.toFixed(1)}
      </td>
    </tr>
  )
}
