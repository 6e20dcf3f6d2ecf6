import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './inspection.module.css'
import { InspectionPart } from './inspection-search.ts'

/** People answer for the whole site; nothing of them is of one candidate. */
const OF_SITE: ReadonlySet<InspectionPart> = new Set(['people'])

/** What can be looked at, each part by its own address. */
export function PartList() {
  const { t } = useTranslation('inspection')
  const { part = 'overview', patientId } = useSearch({ from: '/inspection' })
  return (
    <nav className={classes['parts']} aria-label={t('parts')}>
      {InspectionPart.options
        .filter(one => patientId === undefined || !OF_SITE.has(one))
        .map(one => (
          <Link
            key={one}
            to="/inspection"
            search={{ part: one, ...(patientId && { patientId }) }}
            className={classes['part']}
            aria-current={one === part ? 'page' : undefined}
          >
            {t(`part.${one}`)}
          </Link>
        ))}
    </nav>
  )
}
