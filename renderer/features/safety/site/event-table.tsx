import { UnstyledButton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { EventRow } from './event-row.tsx'
import type { EventOrder } from './safety-search.ts'
import classes from './site.module.css'
import { useCohorts } from './use-cohorts.ts'
import { useRowKeys } from './use-row-keys.ts'

interface EventTableProps {
  readonly events: readonly ListedEvent[]
  readonly now: string
}

/** Adverse events, a line each. */
export function EventTable({ events, now }: EventTableProps) {
  const { t } = useTranslation('safetySite')
  const { protocol } = useSearch({ from: '/safety' })
  const cohorts = useCohorts(protocol)
  const { active, setActive, onKeyDown } = useRowKeys(events.length)
  const cohortOf = (event: ListedEvent) =>
    cohorts.find(one => one.id === event.cohort && one.protocol === event.protocol)?.title ?? event.cohort
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the table scrolls sideways
    <section tabIndex={0} aria-label={t('page.events')} className={classes['scrolled']}>
      <table className={classes['table']} aria-label={t('page.events')}>
        <thead>
          <tr>
            <Ordering by="number" word={t('column.candidate')} direction="ascending" />
            <th scope="col">{t('column.event')}</th>
            <Ordering by="onset" word={t('column.onset')} direction="descending" />
            <Ordering by="grade" word={t('column.grade')} direction="descending" />
            <th scope="col">{t('column.serious')}</th>
            <th scope="col">{t('column.relation')}</th>
            <th scope="col">{t('column.outcome')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {events.map((event, index) => (
            <EventRow
              key={event.event}
              {...{ event, now }}
              cohort={cohortOf(event)}
              withProtocol={protocol === undefined}
              isActive={index === active}
              onFocus={() => setActive(index)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface OrderingProps {
  readonly by: EventOrder
  readonly word: string
  readonly direction: 'ascending' | 'descending'
}

function Ordering({ by, word, direction }: OrderingProps) {
  const navigate = useNavigate()
  const search = useSearch({ from: '/safety' })
  const isHere = (search.order ?? 'onset') === by
  return (
    <th scope="col" aria-sort={isHere ? direction : 'none'}>
      <UnstyledButton
        className={classes['order'] ?? ''}
        onClick={() => void navigate({ to: '/safety', search: { ...search, order: by }, replace: true })}
      >
        {word}
        {isHere && <IconArrowDown size={14} aria-hidden="true" />}
      </UnstyledButton>
    </th>
  )
}
