import { Table, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'
import classes from './conduct.module.css'
import { type ConductChange, type ConductLine, changesBetween } from './conduct-lines.ts'

interface Version<C> {
  readonly version: number
  readonly enteredAt: string
  readonly author: string
  readonly reason?: string | undefined
  readonly content: C
}

interface ConductHistoryProps<C> {
  readonly versions: readonly Version<C>[]
  readonly linesOf: (content: C) => readonly ConductLine[]
}

/** Every version of what the site entered: who, when, why, and what became different. */
export function ConductHistory<C>({ versions, linesOf }: ConductHistoryProps<C>) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  const nameOf = usePeople()
  if (versions.length === 0) return null
  const linesIn = (version: number) => {
    const found = versions.find(one => one.version === version)
    return found ? linesOf(found.content) : []
  }
  return (
    <section aria-label={t('history.title')}>
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
          {versions
            .toSorted((a, b) => b.version - a.version)
            .map(({ version, author, enteredAt, reason }) => (
              <Table.Tr key={version} style={{ verticalAlign: 'top' }}>
                <Table.Td>{version}</Table.Td>
                <Table.Td>
                  {nameOf(author)}, {timeText(enteredAt, language)}
                </Table.Td>
                <Table.Td>{reason ?? t('history.first')}</Table.Td>
                <Table.Td>
                  {changesBetween(linesIn(version - 1), linesIn(version)).map(change => (
                    <Change key={change.key} change={change} />
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Change({ change: { name, before, after } }: { readonly change: ConductChange }) {
  const { t } = useTranslation('conduct')
  const none = t('notEntered')
  return (
    <div className={classes['change']}>
      <span className={classes['changeName']}>{name}</span> {before ?? none} → {after ?? none}
    </div>
  )
}
