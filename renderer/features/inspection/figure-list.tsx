import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Asked } from './asked.tsx'
import type { Figures } from './figures.ts'
import classes from './inspection.module.css'

interface FigureListProps {
  readonly figures: Figures
  readonly patientId: PatientId | undefined
}

/** The figures as ways to what they count. */
export function FigureList({ figures, patientId }: FigureListProps) {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const of = patientId ? { patientId } : {}
  const tiles = [
    { part: 'documents', count: figures.documents, asked: <Asked figures={figures} about="documents" /> },
    { part: 'deviations', count: figures.deviations, asked: <Asked figures={figures} about="deviations" /> },
    { part: 'events', count: figures.events, asked: <Asked figures={figures} about="events" /> },
  ] as const
  return (
    <>
      <ul className={classes['tiles']}>
        {tiles.map(({ part, count, asked }) => (
          <li key={part} className={classes['tile']}>
            <Link to="/inspection" search={{ part, ...of }} className={classes['count']}>
              <strong>{countText(count, language)}</strong> {t(`overview.${part}`)}
            </Link>
            {asked}
          </li>
        ))}
      </ul>
      {patientId && <Screens patientId={patientId} />}
    </>
  )
}

function Screens({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('inspection')
  const look = { params: { patientId }, size: 'sm' } as const
  return (
    <nav className={classes['screens']} aria-label={t('overview.screens')}>
      <span className={classes['dim']}>{t('overview.screens')}</span>
      <LinkAnchor to="/candidates/$patientId" {...look}>
        {t('overview.screening')}
      </LinkAnchor>
      <LinkAnchor to="/candidates/$patientId/chart" {...look}>
        {t('overview.chart')}
      </LinkAnchor>
      <LinkAnchor to="/candidates/$patientId/visits" {...look}>
        {t('overview.visits')}
      </LinkAnchor>
      <LinkAnchor to="/candidates/$patientId/trends" {...look}>
        {t('overview.trends')}
      </LinkAnchor>
    </nav>
  )
}
