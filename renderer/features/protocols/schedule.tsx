import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { useCoreText } from '../../components/core-text.ts'
import classes from './protocols.module.css'
import { SourceQuote } from './source-quote.tsx'

interface ScheduleProps {
  readonly definition: ProtocolDefinition
}

/** What is done when, and what is measured in the end. */
export function Schedule({ definition }: ScheduleProps) {
  const { t } = useTranslation('protocols')
  return (
    <div className={classes['parts']}>
      <section className={classes['part']}>
        <Title order={2} size="h3">
          {t('schedule.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('schedule.windows')}
        </Text>
        <Matrix definition={definition} />
      </section>
      <section className={classes['part']}>
        <Title order={2} size="h3">
          {t('schedule.outcomes')}
        </Title>
        <Outcomes definition={definition} />
      </section>
    </div>
  )
}

function Matrix({ definition: { visits, assessments } }: ScheduleProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table withRowBorders className={classes['matrix'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('schedule.assessment')}</Table.Th>
            {visits.map(({ id, week }) => (
              <Table.Th key={id} ta="center">
                {visitName(id, week, t)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {assessments.map(({ id, title, quote }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={400} title={quote.text}>
                {textOf(title)}
              </Table.Th>
              {visits.map(visit => (
                <Table.Td key={visit.id} ta="center">
                  {visit.assessments.includes(id) ? (
                    <span role="img" aria-label={t('schedule.planned')}>
                      ●
                    </span>
                  ) : null}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type Say = (
  key: 'schedule.week' | 'schedule.baseline' | 'schedule.dose',
  values: { number: number },
) => string

/** Visits are named by their week; the baseline and the doses by what they are. */
function visitName(id: string, week: number, t: Say): string {
  if (id === 'baseline') return t('schedule.baseline', { number: week })
  const dose = /^dose-(\d+)$/.exec(id)?.[1]
  if (dose !== undefined)
    return `${t('schedule.dose', { number: Number(dose) })} · ${t('schedule.week', { number: week })}`
  return t('schedule.week', { number: week })
}

function Outcomes({ definition: { outcomes } }: ScheduleProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  return (
    <Table layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="14%">{t('schedule.role.title')}</Table.Th>
          <Table.Th w="26%">{t('schedule.outcome')}</Table.Th>
          <Table.Th w="24%">{t('schedule.timeFrame')}</Table.Th>
          <Table.Th>{t('arms.source')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outcomes.map(({ id, role, title, timeFrame, quote }) => (
          <Table.Tr key={id}>
            <Table.Td>{t(`schedule.role.${role}`)}</Table.Td>
            <Table.Td>{textOf(title)}</Table.Td>
            <Table.Td lang="en">{timeFrame}</Table.Td>
            <Table.Td>
              <SourceQuote quote={quote} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
