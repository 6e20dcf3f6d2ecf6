import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import { ExportState } from './export-state.tsx'
import { useScopeText } from './export-words.ts'
import classes from './exports.module.css'

interface ExportTableProps {
  readonly exports: readonly ExportSummary[]
}

/** Exports that were made, a line each, the latest first: what, whose, by whom and why, and whether it left. */
export function ExportTable({ exports }: ExportTableProps) {
  const { t } = useTranslation('exports')
  const sorted = exports.toSorted((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt))
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('column.export')}</th>
          <th scope="col">{t('column.whose')}</th>
          <th scope="col">{t('column.made')}</th>
          <th scope="col">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(one => (
          <Line key={one.id} made={one} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ made }: { readonly made: ExportSummary }) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const personOf = usePeople()
  const scopeText = useScopeText()
  const { id, request, why, enteredAt, author, signed, taken } = made
  return (
    <tr>
      <th scope="row">
        <LinkAnchor to="/exports/$exportId" params={{ exportId: id }} fw={600} fz="inherit">
          {t(`format.${request.format}`)}
        </LinkAnchor>
        <span className={classes['second']}>{why}</span>
      </th>
      <td>
        {scopeText(request)}
        <span className={classes['second']}>
          {[request.protocolId, t(request.pseudonymised ? 'pseudonymised' : 'identified')]
            .filter(part => part !== null)
            .join(' · ')}
        </span>
      </td>
      <td>
        <span className={classes['nowrap']}>{timeText(enteredAt, language)}</span>
        <Text span c="dimmed" fz="inherit" className={classes['second'] ?? ''}>
          {personOf(author)}
        </Text>
      </td>
      <td>
        <ExportState signed={signed} taken={taken} />
      </td>
    </tr>
  )
}
