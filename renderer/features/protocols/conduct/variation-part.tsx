import { Autocomplete, Select, Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { seriesDefinition, seriesOrder } from '#shared/core/trends/definitions.ts'
import { ScoreSeries, SeriesId } from '#shared/core/trends/series.ts'
import { useRead } from '../../../api/hooks.ts'
import { AddRow, RemoveRow } from '../../../components/row-buttons.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { capital } from '../../chart/fact-words.ts'
import type { VariationRow } from './charting-draft.ts'
import type { ChartingPartProps } from './charting-parts.tsx'
import classes from './conduct.module.css'
import { ShortField, Source, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'

/** How much a value varies without anything having changed: from the site's laboratory and examiners, none is preset. */
export function VariationPart({ draft, onChange, tell }: ChartingPartProps) {
  const { t } = useTranslation('conduct')
  const rows = draft.variation
  const key = Math.max(-1, ...rows.map(row => row.key)) + 1
  const empty: VariationRow = { key, series: '', by: '', analytical: '', withinSubject: '' }
  return (
    <Part title={t('variation.title')}>
      <Source>{t('variation.source')}</Source>
      {rows.length > 0 && (
        <Table className={classes['table'] ?? ''} verticalSpacing={4} maw={900}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('variation.series')}</Table.Th>
              <Table.Th w={240}>{t('variation.by')}</Table.Th>
              <Table.Th w={130}>{t('variation.analytical')}</Table.Th>
              <Table.Th w={130}>{t('variation.withinSubject')}</Table.Th>
              <Table.Th w={44}>
                <VisuallyHidden>{t('variation.removing')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                number={index + 1}
                onChange={next => onChange({ variation: rows.map(old => (old === row ? next : old)) })}
                onRemove={() => onChange({ variation: rows.filter(old => old !== row) })}
                tell={field => tell(`variation.${row.key}.${field}`)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <AddRow onAdd={() => onChange({ variation: [...rows, empty] })}>{t('variation.add')}</AddRow>
    </Part>
  )
}

interface RowProps {
  readonly row: VariationRow
  readonly number: number
  readonly onChange: (row: VariationRow) => void
  readonly onRemove: () => void
  readonly tell: Tell
}

function Row({ row, number, onChange, onRemove, tell }: RowProps) {
  const { t } = useTranslation('conduct')
  const language = useLanguage()
  const { data: laboratories = [] } = useRead('laboratories', 'list', {})
  const measured = seriesOrder.filter(id => !ScoreSeries.safeParse(id).success)
  return (
    <Table.Tr>
      <Table.Td>
        <Select
          size="xs"
          aria-label={t('variation.seriesOf', { number })}
          data={measured.map(id => ({ value: id, label: nameOf(id, language) }))}
          value={row.series === '' ? null : row.series}
          onChange={series => onChange({ ...row, series: series ?? '' })}
          error={tell('series')}
          searchable
          selectFirstOptionOnChange
          autoFocus={row.series === ''}
        />
      </Table.Td>
      <Table.Td>
        <Autocomplete
          size="xs"
          aria-label={t('variation.byOf', { number })}
          placeholder={t('variation.all')}
          data={laboratories.map(({ name }) => name)}
          value={row.by}
          onChange={by => onChange({ ...row, by })}
        />
      </Table.Td>
      {(['analytical', 'withinSubject'] as const).map(field => (
        <Table.Td key={field}>
          <ShortField
            label={t(`variation.${field}Of`, { number })}
            isHidden
            unit="%"
            value={row[field]}
            onChange={value => onChange({ ...row, [field]: value })}
            error={tell(field)}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <RemoveRow label={t('variation.remove', { number })} onRemove={onRemove} />
      </Table.Td>
    </Table.Tr>
  )
}

/** A line of a chart by its abbreviation and name. */
export function nameOf(id: string, language: 'en' | 'zh-CN'): string {
  const known = SeriesId.safeParse(id).data
  if (known === undefined) return id
  const { abbreviation, name } = seriesDefinition(known)
  return abbreviation === name[language] ? abbreviation : `${abbreviation} ${capital(name[language])}`
}
