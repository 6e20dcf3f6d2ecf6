import { Button, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Identity } from '../../privacy/privacy.tsx'
import { byNumber } from '../candidates/lines.ts'
import { Asked } from './asked.tsx'
import { type Figures, figuresByPatient, figuresOf, type InspectedRecord } from './figures.ts'
import classes from './inspection.module.css'
import { Loaded } from './loaded.tsx'

/** Lines that are drawn at first, and more with each wish. */
const SHOWN = 100

const NOTHING = figuresOf({ documents: [], signatures: [], deviations: [], events: [] })

/** Every candidate as a line: how much there is, what will be asked about, and the way there. */
export function CandidateFigures({ record }: { readonly record: InspectedRecord }) {
  const { t } = useTranslation('inspection')
  const query = useRead('patients', 'list', {})
  const figures = useMemo(() => figuresByPatient(record), [record])
  const [most, setMost] = useState(SHOWN)
  return (
    <Loaded query={query}>
      {patients => (
        <section aria-labelledby="inspected-candidates">
          <Title order={3} mb="xs" id="inspected-candidates">
            {t('overview.candidates')}
          </Title>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t('overview.candidate')}</th>
                <th scope="col">{t('overview.documents')}</th>
                <th scope="col">{t('overview.signatures')}</th>
                <th scope="col">{t('overview.deviations')}</th>
                <th scope="col">{t('overview.events')}</th>
              </tr>
            </thead>
            <tbody>
              {byNumber(patients)
                .slice(0, most)
                .map(({ id, screeningNumber, initials }) => (
                  <Line
                    key={id}
                    {...{ id, screeningNumber, initials }}
                    figures={figures.get(id) ?? NOTHING}
                  />
                ))}
            </tbody>
          </table>
          {patients.length > most && (
            <Button variant="default" size="xs" mt="sm" onClick={() => setMost(most + SHOWN)}>
              {t('overview.more', { count: Math.min(SHOWN, patients.length - most) })}
            </Button>
          )}
        </section>
      )}
    </Loaded>
  )
}

interface LineProps {
  readonly id: PatientId
  readonly screeningNumber: string
  readonly initials: string
  readonly figures: Figures
}

function Line({ id, screeningNumber, initials, figures }: LineProps) {
  const way = { to: '/inspection', fz: 'inherit' } as const
  return (
    <tr>
      <th scope="row" className={classes['nowrap']}>
        <LinkAnchor {...way} search={{ patientId: id }} fw={600}>
          {screeningNumber}
        </LinkAnchor>{' '}
        <span className={classes['dim']}>
          <Identity>{initials}</Identity>
        </span>
      </th>
      <td>
        <Count of={figures.documents} />
      </td>
      <td>
        <Asked figures={figures} about="signatures" />
      </td>
      <td>
        <span className={classes['figure']}>
          <Count of={figures.deviations} /> <Asked figures={figures} about="deviations" />
        </span>
      </td>
      <td>
        <span className={classes['figure']}>
          <Count of={figures.events} /> <Asked figures={figures} about="events" />
        </span>
      </td>
    </tr>
  )
}

/** What there is none of stands back. */
function Count({ of }: { readonly of: number }) {
  return <span className={of === 0 ? classes['none'] : undefined}>{of}</span>
}
