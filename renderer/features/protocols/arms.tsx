import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { cellsText } from '../../components/cells-text.ts'
import { useCoreText } from '../../components/core-text.ts'
import { SourceQuote } from './source-quote.tsx'

/** Arms and doses; a dose that the record does not state stays open. */
export function Arms({ arms }: Pick<ProtocolDefinition, 'arms'>) {
  const { t } = useTranslation('protocols')
  const textOf = useCoreText()
  if (arms.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('arms.none')}
      </Text>
    )
  }
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('arms.arm')}</Table.Th>
          <Table.Th>{t('arms.route')}</Table.Th>
          <Table.Th>{t('arms.doses')}</Table.Th>
          <Table.Th>{t('arms.cells')}</Table.Th>
          <Table.Th>{t('arms.apart')}</Table.Th>
          <Table.Th>{t('arms.source')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {arms.map(({ id, title, route, doses, cellsPerDose, weeksBetweenDoses, quote }) => (
          <Table.Tr key={id}>
            <Table.Td>{textOf(title)}</Table.Td>
            <Table.Td>{textOf(route)}</Table.Td>
            <Table.Td>{doses ?? t('overview.notStated')}</Table.Td>
            <Table.Td>
              {cellsPerDose === undefined ? t('overview.notStated') : cellsText(cellsPerDose)}
            </Table.Td>
            <Table.Td>
              {weeksBetweenDoses === undefined
                ? t('overview.notStated')
                : t('overview.weeks', { count: weeksBetweenDoses })}
            </Table.Td>
            <Table.Td>
              <SourceQuote quote={quote} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
