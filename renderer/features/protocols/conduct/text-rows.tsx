import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AddRow, RemoveRow } from '../../../components/row-buttons.tsx'
import classes from './conduct.module.css'
import type { Tell } from './conduct-fields.tsx'
import type { TextRow } from './schedule-draft.ts'

interface TextRowsProps<R extends TextRow> {
  readonly label: string
  readonly addLabel: string
  readonly rows: readonly R[]
  /** A new row whose name no other has. */
  readonly newRow: () => R
  readonly onChange: (rows: R[]) => void
  /** What is wrong in the row of an id. */
  readonly tell: Tell
  /** What stands beside the text. */
  readonly beside?: (row: R, set: (row: R) => void) => ReactNode
}

/** Lines of text that the site writes in its own words. */
export function TextRows<R extends TextRow>(props: TextRowsProps<R>) {
  const { label, addLabel, rows, newRow, onChange, tell, beside } = props
  const { t } = useTranslation('conduct')
  const replace = (row: R) => onChange(rows.map(old => (old.id === row.id ? row : old)))
  return (
    <>
      <ol className={classes['texts']} aria-label={label}>
        {rows.map((row, index) => (
          <li key={row.id}>
            <TextInput
              aria-label={t('rows.text', { label, number: index + 1 })}
              value={row.text}
              onChange={({ currentTarget }) => replace({ ...row, text: currentTarget.value })}
              error={tell(row.id)}
              maxLength={500}
              autoFocus={row.text === ''}
            />
            {beside ? beside(row, replace) : <span />}
            <RemoveRow
              label={t('rows.remove', { label, number: index + 1 })}
              onRemove={() => onChange(rows.filter(({ id }) => id !== row.id))}
              mt={4}
            />
          </li>
        ))}
      </ol>
      <AddRow onAdd={() => onChange([...rows, newRow()])} mt={rows.length > 0 ? 8 : 2}>
        {addLabel}
      </AddRow>
    </>
  )
}
