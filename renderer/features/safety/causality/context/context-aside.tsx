import { Skeleton } from '@mantine/core'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useCoreText } from '../../../../components/core-text.ts'
import { usePanel } from '../../../candidates/use-panel.ts'
import formClasses from '../causality.module.css'
import type { EventDetail } from '../event-detail.ts'
import classes from './context.module.css'
import { FactLines, Medication } from './fact-lines.tsx'
import { LiverPosition } from './liver-position.tsx'
import { SinceDoses } from './since-doses.tsx'

/** A chunk of their own: nobody who reads an event waits for the charts. */
const OnsetCharts = lazy(async () => ({ default: (await import('./onset-charts.tsx')).OnsetCharts }))

interface ContextAsideProps {
  readonly patientId: PatientId
  readonly detail: Pick<EventDetail, 'listed' | 'context'>
}

/** What the record holds around onset, beside the form: computed, and never an answer. */
export function ContextAside({ patientId, detail: { listed, context } }: ContextAsideProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const { open } = usePanel()
  const show = (factId: FactId) => open({ open: 'fact', factId })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing that could have the focus
    <aside className={classes['aside']} aria-label={t('context.label')} tabIndex={0}>
      <Block title={t('context.sinceDoses')}>
        <SinceDoses doses={context.sinceDoses} />
      </Block>
      <Block title={t('context.charts')}>
        <Suspense fallback={<Skeleton height={260} radius="sm" />}>
          <OnsetCharts {...{ patientId, listed }} onOpen={show} />
        </Suspense>
      </Block>
      {context.liver && (
        <Block title={t('context.liver')}>
          <LiverPosition liver={context.liver} />
        </Block>
      )}
      <Block title={t('context.medication')}>
        <Medication medications={context.medications} onOpen={show} />
      </Block>
      <Block title={t('context.earlier')} hint={t('context.earlierHint')}>
        <FactLines lines={context.earlier} none={t('context.noEarlier')} onOpen={show} />
      </Block>
      <Block title={t('context.dechallenge')}>
        <p className={context.dechallenge ? classes['said'] : formClasses['none']}>
          {context.dechallenge ? textOf(context.dechallenge) : t('context.noDechallenge')}
        </p>
      </Block>
    </aside>
  )
}

interface BlockProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

function Block({ title, hint, children }: BlockProps) {
  return (
    <section className={classes['block']}>
      <h3 className={formClasses['blockTitle']}>{title}</h3>
      {hint !== undefined && <p className={formClasses['hint']}>{hint}</p>}
      {children}
    </section>
  )
}
