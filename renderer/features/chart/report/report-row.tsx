import { Autocomplete, CloseButton, TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { searchTests } from '#shared/core/reports/tests.ts'
import { unitsOf } from '#shared/core/units.ts'
import { unitText } from '../../../i18n/format.ts'
import { useSpeech } from '../fact-words.ts'
import type { FieldProblems } from '../form/check.ts'
import { explain } from '../form/explain.ts'
import classes from '../laboratory-report.module.css'
import { NOT_PRINTED } from '../printed-result.ts'
import { RowNote } from './row-note.tsx'
import { isBlank, type Row, rememberedFor } from './rows.ts'
import { type Sheet, useRowProblems } from './sheet.ts'

interface ReportRowProps {
  readonly row: Row
  readonly sheet: Sheet
  /** What the engine refused of it. */
  readonly refused: FieldProblems | undefined
  readonly number: number
  /** The empty row at the end. */
  readonly isSpare: boolean
}

export type Column = 'loinc' | 'value' | 'unit' | 'low' | 'high' | 'control'

/** One test of the report, with what is to be said about it beside it. */
export const ReportRow = memo(function ReportRow({ row, sheet, refused, number, isSpare }: ReportRowProps) {
  const speech = useSpeech()
  const { t } = speech
  const [left, setLeft] = useState<ReadonlySet<Column>>(new Set())
  const problems = useRowProblems(row, sheet, refused)
  const errorAt = (column: Column): string | undefined => {
    const problem = problemAt(column, row, problems[column])
    if (problem === undefined || isBlank(row)) return undefined
    const isOwed = problem === 'missing' || problem === 'noTest'
    const isShown =
      sheet.isSubmitted || (left.has(column) && !(isOwed && row[column === 'loinc' ? 'name' : column] === ''))
    if (!isShown) return undefined
    return problem === 'noTest' ? t('result.noTest') : explain(problem, speech)
  }
  const cell = (column: Column): CellProps => ({
    ...{ row, sheet, column },
    label: t('report.cell', { column: t(`report.column.${column}`), test: row.name || number }),
    hasProblem: errorAt(column) !== undefined,
    noteId: `note-${row.key}`,
    onLeave: () => setLeft(before => (before.has(column) ? before : new Set([...before, column]))),
  })
  const isProthrombin = analyteOfLoinc(row.loinc) === 'prothrombin_time'
  const shown = (['loinc', 'value', 'unit', 'low', 'high', 'control'] as const).map(errorAt)
  return (
    <tr data-row={row.key}>
      <td>
        <TestCell {...cell('loinc')} />
      </td>
      <td>
        <TextCell {...cell('value')} />
        {isProthrombin && <ControlCell {...cell('control')} />}
      </td>
      <td>
        <UnitCell {...cell('unit')} />
      </td>
      <td>
        <TextCell {...cell('low')} />
      </td>
      <td>
        <TextCell {...cell('high')} />
      </td>
      <td className={classes['note']} id={`note-${row.key}`} aria-live="polite">
        <RowNote row={row} sheet={sheet} problem={shown.find(one => one !== undefined)} />
      </td>
      <td>
        {!isSpare && (
          <CloseButton
            size="sm"
            tabIndex={-1}
            aria-label={t('report.remove', { test: row.name || number })}
            onClick={() => sheet.edit({ do: 'remove', key: row.key })}
          />
        )}
      </td>
    </tr>
  )
})

/** A value without a test cannot be told apart from any other; a name that is none of a test says so itself. */
function problemAt(column: Column, row: Row, found: string | undefined): string | undefined {
  if (column !== 'loinc') return found
  if (row.loinc !== '') return found
  return row.name.trim() === '' && row.value.trim() === '' ? undefined : 'noTest'
}

interface CellProps {
  readonly row: Row
  readonly sheet: Sheet
  readonly column: Column
  readonly label: string
  readonly hasProblem: boolean
  readonly noteId: string
  readonly onLeave: () => void
}

/** The test by any of its names. */
function TestCell({ row, sheet, label, hasProblem, noteId, onLeave }: CellProps) {
  const { language } = useSpeech()
  const { edit, laboratory } = sheet
  const found = searchTests(row.name).map(analyte => analytes[analyte].abbreviation)
  return (
    <div data-cell="name">
      <Autocomplete
        aria-label={label}
        aria-describedby={noteId}
        error={hasProblem}
        data={found}
        filter={({ options }) => options}
        value={row.name}
        onChange={name => edit({ do: 'cell', key: row.key, change: { name }, laboratory })}
        onOptionSubmit={abbreviation => {
          const analyte = byAbbreviation.get(abbreviation)
          if (analyte) edit({ do: 'test', key: row.key, test: { analyte }, laboratory })
        }}
        onBlur={() => {
          edit({ do: 'name', key: row.key, laboratory })
          onLeave()
        }}
        renderOption={({ option }) => {
          const analyte = byAbbreviation.get(option.value)
          return (
            <span className={classes['option']}>
              <strong>{option.value}</strong> {analyte && analytes[analyte].name[language]}
            </span>
          )
        }}
        openOnFocus={false}
        selectFirstOptionOnChange
        comboboxProps={{ width: 280, position: 'bottom-start' }}
        spellCheck={false}
      />
    </div>
  )
}

const byAbbreviation = new Map(Analyte.options.map(analyte => [analytes[analyte].abbreviation, analyte]))

function TextCell({ row, sheet, column, label, hasProblem, noteId, onLeave }: CellProps) {
  const field = column === 'loinc' ? 'name' : column
  const remembered = rememberedFor(sheet.laboratory, row)
  const isRange = column === 'low' || column === 'high'
  const isRemembered = isRange && row[column] !== '' && row[column] === remembered?.range?.[column]
  // A laboratory that is known to print no range for a test is not asked for one at every report.
  const mayStayEmpty = isRange && remembered !== undefined
  return (
    <div data-cell={column} data-skip={mayStayEmpty || undefined}>
      <TextInput
        aria-label={label}
        aria-describedby={noteId}
        error={hasProblem}
        value={row[field]}
        onChange={({ currentTarget }) =>
          sheet.edit({
            do: 'cell',
            key: row.key,
            change: { [field]: currentTarget.value },
            laboratory: sheet.laboratory,
          })
        }
        onBlur={onLeave}
        data-remembered={isRemembered || undefined}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}

/** The unit as printed; what the laboratory is known to print stands there already. */
function UnitCell({ row, sheet, label, hasProblem, noteId, onLeave }: CellProps) {
  const analyte = analyteOfLoinc(row.loinc)
  const remembered = rememberedFor(sheet.laboratory, row)
  const isRemembered = remembered !== undefined && row.unit !== '' && unitText(remembered.unit) === row.unit
  const choices = analyte ? unitsOf(analyte).map(unitText).filter(Boolean) : []
  return (
    <div data-cell="unit" data-skip={analyte === 'inr' || undefined}>
      <Autocomplete
        aria-label={label}
        aria-describedby={noteId}
        error={hasProblem}
        data={[...new Set(choices)]}
        value={row.unit}
        onChange={unit =>
          sheet.edit({ do: 'cell', key: row.key, change: { unit }, laboratory: sheet.laboratory })
        }
        onBlur={() => {
          sheet.edit({ do: 'unit', key: row.key })
          onLeave()
        }}
        data-remembered={isRemembered || undefined}
        openOnFocus={false}
        selectFirstOptionOnChange
        spellCheck={false}
      />
    </div>
  )
}

/** The control of the run: a number, `n` for one that is not printed, `u` for the one that the laboratory usually prints. */
function ControlCell({ row, sheet, label, hasProblem, noteId, onLeave }: CellProps) {
  const { t } = useSpeech()
  const usual = sheet.laboratory?.usualControl
  const isNotPrinted = row.control === NOT_PRINTED
  const read = (text: string): string => {
    if (/^n$/i.test(text.trim())) return NOT_PRINTED
    if (/^u$/i.test(text.trim()) && usual !== undefined) return usual
    // Typing over "not printed" begins anew.
    return isNotPrinted ? '' : text
  }
  return (
    <div data-cell="control" className={classes['control']}>
      <TextInput
        aria-label={label}
        aria-describedby={noteId}
        error={hasProblem}
        placeholder={t('report.controlPlaceholder')}
        value={isNotPrinted ? t('result.notPrinted') : row.control}
        onChange={({ currentTarget }) =>
          sheet.edit({
            do: 'cell',
            key: row.key,
            change: { control: read(currentTarget.value) },
            laboratory: sheet.laboratory,
          })
        }
        onBlur={onLeave}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}
