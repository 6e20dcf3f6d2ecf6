import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import type { NewImportState } from '../use-new-import.ts'

/** Files whose columns are not those of the file that is shown: one mapping reads all files of an import. */
export function OtherColumns({ state: { tables, shown } }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const columns = shown?.look?.table?.columns
  const others = tables.filter(({ look }) => !isSame(look?.table?.columns, columns))
  return others.map(({ upload: { id, name }, look }) => (
    <Notice key={id} kind="bad" role="alert">
      {t('mapping.otherColumns', { name, columns: look?.table?.columns.join(', ') ?? '' })}
    </Notice>
  ))
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return JSON.stringify(one?.toSorted()) === JSON.stringify(other?.toSorted())
}
