import { Button, Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { EventFilters } from './event-filters.tsx'
import { EventTable } from './event-table.tsx'
import { matchingEvents, narrowed, ordered } from './narrowed.ts'

/** Lines that are drawn at first, and more with each wish. */
const SHOWN = 200

interface EventListProps {
  readonly events: readonly ListedEvent[]
  /** The engine's time when they were asked for. */
  readonly now: string
}

/** Every event of the site with what narrows and orders the list. */
export function EventList({ events, now }: EventListProps) {
  const { t } = useTranslation('safetySite')
  const search = useSearch({ from: '/safety' })
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(SHOWN)
  const words = useDeferredValue(typed)
  const found = ordered(narrowed(matchingEvents(events, words), search, now), search.order ?? 'onset')
  if (events.length === 0) return <Text c="dimmed">{t('list.none')}</Text>
  return (
    <>
      <EventFilters events={events} typed={typed} onType={setTyped} />
      <Text size="sm" c="dimmed" mb={4} role="status">
        {t('list.count', { count: found.length })}
      </Text>
      {found.length > 0 && <EventTable events={found.slice(0, most)} now={now} />}
      {found.length > most && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setMost(most + SHOWN)}>
          {t('list.more', { count: Math.min(SHOWN, found.length - most) })}
        </Button>
      )}
    </>
  )
}
