import { Button, Group, SegmentedControl, Title } from '@mantine/core'
import { useDisclosure, useElementSize, useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import { useScreeningTools } from '../screening-tools.ts'
import { Axis } from './axis.tsx'
import { CriterionRows } from './criterion-rows.tsx'
import { Markers } from './markers.tsx'
import { scaleFor, type Zoom, Zooms } from './time-scale.ts'
import classes from './timeline.module.css'
import { VerdictRow } from './verdict-row.tsx'

/** Both verdicts over time on one axis, with the criteria that open and close what is eligible. */
export function Timeline({ screenings }: { readonly screenings: readonly Screening[] }) {
  const { t } = useTranslation('screening')
  const { on, today } = useScreeningTools()
  const [zoom, setZoom] = useSessionStorage<Zoom>({ key: 'lobule-timeline-zoom', defaultValue: 'months' })
  const [areRowsShown, rows] = useDisclosure(false)
  const { ref, width } = useElementSize()
  const scale = scaleFor(zoom, { on, today, screenings })
  return (
    <section className={classes['timeline']} aria-label={t('timeline.title')}>
      <Group justify="space-between" gap="sm">
        <Title order={2} size="sm">
          {t('timeline.title')}
        </Title>
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" onClick={rows.toggle} aria-expanded={areRowsShown}>
            {areRowsShown ? t('timeline.hideCriteria') : t('timeline.showCriteria')}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t('timeline.zoom.label')}
            value={zoom}
            onChange={setZoom}
            data={Zooms.map(value => ({ value, label: t(`timeline.zoom.${value}`) }))}
          />
        </Group>
      </Group>
      <div className={classes['body']}>
        <div className={classes['plot']} ref={ref} aria-hidden="true" />
        <Axis scale={scale} width={width} />
        {screenings.map(screening => (
          <div key={screening.protocol.id}>
            <VerdictRow screening={screening} scale={scale} width={width} />
            {areRowsShown && <CriterionRows screening={screening} scale={scale} />}
          </div>
        ))}
        <Markers screenings={screenings} scale={scale} />
      </div>
    </section>
  )
}
