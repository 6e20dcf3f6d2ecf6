import { Group, SegmentedControl } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Api } from '../../api/api.tsx'
import { useRead } from '../../api/hooks.ts'
import { usePanel } from '../candidates/use-panel.ts'
import { useToday } from '../candidates/use-today.ts'
import { ChangesNotice } from './changes-notice.tsx'
import { BySubject, CriteriaColumns, type ListOrder } from './criteria.tsx'
import { OnControl } from './on-control.tsx'
import { ProtocolAnswer } from './protocol-answer.tsx'
import classes from './screening.module.css'
import { type ScreeningTools, ScreeningToolsProvider } from './screening-tools.ts'
import { Timeline } from './timeline/timeline.tsx'
import { useChanges } from './use-changes.ts'
import { useProtocolDetails } from './use-protocol-details.ts'

type Answer = Awaited<ReturnType<Api['screening']['patient']>>

interface ScreeningViewProps {
  readonly patientId: PatientId
  readonly answer: Answer
  /** The day that the user asked about; undefined while it is the engine's own. */
  readonly asked: CivilDate | undefined
  readonly onAsk: (on: CivilDate | undefined) => void
}

const ORDERS = ['open', 'protocol', 'subject'] as const

/** Both answers side by side, over time, and criterion by criterion. */
export function ScreeningView({ patientId, answer, asked, onAsk }: ScreeningViewProps) {
  const { t } = useTranslation('screening')
  const { screenings, concepts, on } = answer
  const [order, setOrder] = useSessionStorage<(typeof ORDERS)[number]>({
    key: 'lobule-criteria-order',
    defaultValue: 'open',
  })
  const { changes, dismiss } = useChanges(patientId, answer)
  const tools = useTools(patientId, answer, changes, onAsk)
  return (
    <ScreeningToolsProvider value={tools}>
      <div className={classes['view']}>
        <Group justify="space-between" align="flex-end" gap="sm">
          <OnControl on={on} isAsked={asked !== undefined} onAsk={onAsk} />
          <SegmentedControl
            size="xs"
            aria-label={t('order.label')}
            value={order}
            onChange={setOrder}
            data={ORDERS.map(value => ({ value, label: t(`order.${value}`) }))}
          />
        </Group>
        <ChangesNotice changes={changes} onDismiss={dismiss} />
        <div className={classes['columns']}>
          {screenings.map(screening => (
            <ProtocolAnswer key={screening.protocol.id} screening={screening} />
          ))}
        </div>
        <Timeline screenings={screenings} />
        {order === 'subject' ? (
          <BySubject screenings={screenings} concepts={concepts} />
        ) : (
          <CriteriaColumns screenings={screenings} order={order satisfies ListOrder} />
        )}
      </div>
    </ScreeningToolsProvider>
  )
}

function useTools(
  patientId: PatientId,
  { on, screenings }: Answer,
  changes: ScreeningTools['changes'],
  setOn: (on: CivilDate) => void,
): ScreeningTools {
  const today = useToday()
  const { open: openPanel } = usePanel()
  const { data: facts } = useRead('facts', 'list', { patientId })
  const detailsOf = useProtocolDetails(screenings.map(({ protocol }) => protocol.id))
  return { patientId, on, today, setOn, facts: facts ?? [], changes, detailsOf, openPanel }
}
