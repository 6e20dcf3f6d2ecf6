import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import type { LookedFile } from '../use-looks.ts'
import type { NewImportState } from '../use-new-import.ts'

type Tables = Pick<NewImportState, 'tables' | 'shown'>

/** Files whose columns are not those of the file that is shown: one mapping reads all files of an import. */
export function OtherColumns({ state }: { readonly state: Tables }) {
  const { t } = useTranslation('imports')
  return othersOf(state).map(({ upload: { id, name }, look }) => (
    <Notice key={id} kind="bad" role="alert">
      {t('mapping.otherColumns', { name, columns: look?.table?.columns.join(', ') ?? '' })}
    </Notice>
  ))
}

export function hasOtherColumns(state: Tables): boolean {
  return othersOf(state).length > 0
}

function othersOf({ tables, shown }: Tables): LookedFile[] {
  const columns = sorted(shown)
  return tables.filter(file => sorted(file) !== columns)
}

/** In any order: columns are known by their names. */
function sorted(file: LookedFile | undefined): string {
  return JSON.stringify(file?.look?.table?.columns.toSorted())
}
