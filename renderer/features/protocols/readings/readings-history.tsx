import { Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Reading } from '#shared/core/protocol/reading.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'
import type { ReadingsVersion } from '../protocol-details.ts'

interface ReadingsHistoryProps {
  readonly versions: readonly ReadingsVersion[]
  readonly readings: readonly Reading[]
}

/** Every version of the choices: who, when, why, and what became different. */
export function ReadingsHistory({ versions, readings }: ReadingsHistoryProps) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const language = useLanguage()
  const nameOf = usePeople()
  const changesOf = useChanges(readings)
  if (versions.length === 0) return null
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('history.title')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('history.version')}</Table.Th>
            <Table.Th>{t('history.who')}</Table.Th>
            <Table.Th>{t('history.reason')}</Table.Th>
            <Table.Th>{t('history.changes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestFirst.map(version => (
            <Table.Tr key={version.version}>
              <Table.Td>{version.version}</Table.Td>
              <Table.Td>
                {nameOf(version.author)}, {timeText(version.enteredAt, language)}
              </Table.Td>
              <Table.Td>{version.reason ?? t('history.first')}</Table.Td>
              <Table.Td>
                {changesOf(
                  versions.find(one => one.version === version.version - 1),
                  version,
                ).map(({ reading, from, to }) => (
                  <div key={reading.id}>
                    {textOf(reading.question)} {from} → {to}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function useChanges(readings: readonly Reading[]) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  const labelOf = (reading: Reading, choice: string | undefined) => {
    const label = reading.alternatives.find(({ id }) => id === choice)?.label
    return label ? textOf(label) : t('readings.notChosen')
  }
  return (before: ReadingsVersion | undefined, after: ReadingsVersion) =>
    readings
      .filter(({ id }) => before?.readings[id] !== after.readings[id])
      .map(reading => ({
        reading,
        from: labelOf(reading, before?.readings[reading.id]),
        to: labelOf(reading, after.readings[reading.id]),
      }))
}
