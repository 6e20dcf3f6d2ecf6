import { Input, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { AddRow, RemoveRow } from '../../../../components/row-buttons.tsx'
import { rowsIn, type TypedRow, textOfRows } from '../typed-rows.ts'
import classes from './row-list.module.css'

interface RowListProps {
  readonly label: string
  readonly hint?: string
  /** All rows as one text, as `rowsIn` reads it. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  /** A new row, every cell of it. */
  readonly empty: TypedRow
  readonly addLabel: string
  readonly removeLabel: (number: number) => string
  readonly children: (row: TypedRow, set: (cells: TypedRow) => void, number: number) => ReactNode
}

/** A list whose rows are added, typed and taken away; nothing stands in it before somebody adds a row. */
export function RowList(props: RowListProps) {
  const { label, hint, value, onChange, error, empty, addLabel, removeLabel, children } = props
  const rows = rowsIn(value)
  const change = (next: readonly TypedRow[]) => onChange(textOfRows(next))
  return (
    <fieldset className={classes['list']}>
      <Input.Label component="legend">{label}</Input.Label>
      {hint && <Input.Description mb={4}>{hint}</Input.Description>}
      <Stack gap={8}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div key={index} className={classes['row']}>
            <div className={classes['cells']}>
              {children(
                row,
                cells => change(rows.map((old, at) => (at === index ? { ...old, ...cells } : old))),
                index + 1,
              )}
            </div>
            <RemoveRow
              label={removeLabel(index + 1)}
              onRemove={() => change(rows.filter((_, at) => at !== index))}
            />
          </div>
        ))}
      </Stack>
      {error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <AddRow onAdd={() => change([...rows, empty])} mt={rows.length > 0 ? 8 : 2} size="compact-sm">
        {addLabel}
      </AddRow>
    </fieldset>
  )
}
