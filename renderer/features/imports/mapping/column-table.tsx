import { useTranslation } from 'react-i18next'
import { ColumnLine } from './column-line.tsx'
import classes from './mapping.module.css'
import type { DraftColumn, MappingDraft } from './mapping-draft.ts'

/** How many of the first rows stand beside a column: enough to see what it holds. */
const SHOWN = 4

interface ColumnTableProps {
  readonly draft: MappingDraft
  /** The first rows, as printed. */
  readonly sample: readonly (readonly string[])[]
  readonly onChange: (columns: readonly DraftColumn[]) => void
}

/** The columns of a table, a line each: its name, what stands in it, what it holds. */
export function ColumnTable({ draft, sample, onChange }: ColumnTableProps) {
  const { t } = useTranslation('imports')
  const { columns, about } = draft
  return (
    <div className={classes['wide']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.sample')}</th>
            <th scope="col" className={classes['choice']}>
              {t('mapping.holds')}
            </th>
            <th scope="col">{t('mapping.more')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <ColumnLine
              key={`${column.column} ${column.occurrence}`}
              {...{ about, column, number: index + 1 }}
              values={sample.slice(0, SHOWN).map(row => row[index] ?? '')}
              onChange={changed => onChange(columns.with(index, changed))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
