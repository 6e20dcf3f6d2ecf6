import { Table, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'

interface Version {
  readonly version: number
  readonly enteredAt: string
  readonly author: string
  readonly reason?: string | undefined
}

interface Column<V> {
  readonly head: string
  readonly cell: (version: V) => ReactNode
}

interface VersionHistoryProps<V> {
  readonly versions: readonly V[]
  /** After who, when and why: what each version says. */
  readonly columns: readonly Column<V>[]
}

/** Every version of what the site entered, the newest first: who, when, why, and what it says. */
export function VersionHistory<V extends Version>({ versions, columns }: VersionHistoryProps<V>) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  const nameOf = usePeople()
  if (versions.length === 0) return null
  const heads = [t('history.version'), t('history.who'), t('history.reason')]
  return (
    <section aria-label={t('history.title')}>
      <Title order={2} size="h3" mb={6}>
        {t('history.title')}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[...heads, ...columns.map(({ head }) => head)].map(head => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions
            .toSorted((a, b) => b.version - a.version)
            .map(one => (
              <Table.Tr key={one.version} style={{ verticalAlign: 'top' }}>
                <Table.Td>{one.version}</Table.Td>
                <Table.Td>
                  {nameOf(one.author)}, {timeText(one.enteredAt, language)}
                </Table.Td>
                <Table.Td>{one.reason ?? t('history.first')}</Table.Td>
                {columns.map(({ head, cell }) => (
                  <Table.Td key={head}>{cell(one)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
