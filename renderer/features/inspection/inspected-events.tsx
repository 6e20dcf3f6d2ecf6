import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { EventRow } from '../safety/site/event-row.tsx'
import siteClasses from '../safety/site/site.module.css'
import { useCohorts } from '../safety/site/use-cohorts.ts'
import classes from './inspection.module.css'
import { Loaded, NothingThere } from './loaded.tsx'
import type { PartProps } from './part-props.ts'

/** Adverse events with grade, seriousness, deadlines of reports and the judgement of causality; blinded. */
export function InspectedEvents({ patientId }: PartProps) {
  const { t } = useTranslation('inspection')
  const query = useRead('adverseEvents', 'list', patientId ? { patientId } : {})
  return (
    <Loaded query={query}>
      {({ events, now }) =>
        events.length === 0 ? (
          <NothingThere />
        ) : (
          <>
            <Group gap="md" mb="xs">
              <Text size="sm" c="dimmed">
                {t('events.count', { count: events.length })}
              </Text>
              <LinkAnchor to="/safety" size="sm">
                {t('events.full')}
              </LinkAnchor>
            </Group>
            <Table events={events} now={now} />
          </>
        )
      }
    </Loaded>
  )
}

/** Lines that are drawn at first, and more with each wish. */
const SHOWN = 100

const COLUMNS = ['candidate', 'event', 'onset', 'grade', 'serious', 'relation', 'outcome'] as const

function Table({ events, now }: { readonly events: readonly ListedEvent[]; readonly now: string }) {
  const { t } = useTranslation('safetySite')
  const cohorts = useCohorts(undefined)
  const [most, setMost] = useState(SHOWN)
  const cohortOf = (event: ListedEvent) =>
    cohorts.find(one => one.id === event.cohort && one.protocol === event.protocol)?.title ?? event.cohort
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the table scrolls sideways */}
      <section tabIndex={0} aria-label={t('page.events')} className={classes['events']}>
        <table className={siteClasses['table']}>
          <thead>
            <tr>
              {COLUMNS.map(column => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.slice(0, most).map(event => (
              <EventRow
                key={event.event}
                {...{ event, now }}
                cohort={cohortOf(event)}
                withProtocol
                isActive
                onFocus={noop}
              />
            ))}
          </tbody>
        </table>
      </section>
      {events.length > most && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setMost(most + SHOWN)}>
          {t('list.more', { count: Math.min(SHOWN, events.length - most) })}
        </Button>
      )}
    </>
  )
}

/** Every row is reached by Tab here: there is no row that is the active one. */
function noop(): void {}
