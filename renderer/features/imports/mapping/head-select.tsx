import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NewImportState } from '../use-new-import.ts'
import { lazyList } from './lazy-list.ts'
import classes from './mapping.module.css'
import type { DraftHead, MappingDraft } from './mapping-draft.ts'
import { Mark, markOf } from './mark.tsx'

interface HeadSelectProps<K extends keyof DraftHead> {
  readonly field: K
  readonly label: string
  readonly draft: MappingDraft
  readonly edit: NewImportState['edit']
  readonly data: { readonly value: NonNullable<DraftHead[K]>; readonly label: string }[]
}

/** One of the choices that a mapping cannot be without. */
export function HeadSelect<K extends keyof DraftHead>({
  field,
  label,
  draft,
  edit,
  data,
}: HeadSelectProps<K>) {
  const { t } = useTranslation('imports')
  const value: DraftHead[K] = draft[field]
  const isSuggested = draft.suggestedHead.includes(field)
  const choose = (chosen: string | null) => {
    const found = data.find(one => one.value === chosen)
    if (found === undefined) return
    const suggestedHead = draft.suggestedHead.filter(key => key !== field)
    edit({ [field]: found.value, suggestedHead })
  }
  return (
    <div className={classes['head']}>
      <Select
        {...lazyList}
        label={label}
        placeholder={t('table.choose')}
        data={data}
        value={value}
        onChange={choose}
        allowDeselect={false}
      />
      <Mark state={markOf(value === null, isSuggested)} />
    </div>
  )
}
