import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AddRow, RemoveRow } from '../../../components/row-buttons.tsx'
import { TimeField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { rowsIn, textOfRows } from '../../chart/form/typed-rows.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import { GradeField } from './grade-field.tsx'
import classes from './safety-form.module.css'

interface GradeRowsProps {
  readonly state: FormState
  /** What is known of the grade, above the choice. */
  readonly hint: ReactNode
}

/** The grade at onset with its definitions; further grades in a line each, with the day from which they hold. */
export function GradeRows({ state, hint }: GradeRowsProps) {
  const { t } = useTranslation('safety')
  const { values, set, errorAt } = state
  const [first = BLANK, ...later] = rowsIn(values['grades'])
  const change = (rows: readonly Values[]) => set({ grades: textOfRows(rows) })
  const error = errorAt('grades')
  const asksForDay = (values['from'] ?? '').trim() === '' || (first['from'] ?? '') !== ''
  const isGraded = (first['grade'] ?? '') !== ''
  return (
    <FieldPlace name="grades" error={error}>
      {hint}
      <GradeField
        label={later.length === 0 ? t('form.grade') : t('form.firstGrade')}
        ctcae={values['ctcae'] ?? ''}
        value={first['grade'] ?? ''}
        onChange={grade => change([{ ...first, grade }, ...later])}
        error={error}
      />
      {isGraded && asksForDay && (
        <TimeField
          label={t('form.gradedFrom')}
          description={t('form.gradedFromHint')}
          withClock
          value={first['from'] ?? ''}
          onChange={from => change([{ ...first, from }, ...later])}
          error={undefined}
        />
      )}
      {later.map((row, index) => (
        <LaterGrade
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={index}
          row={row}
          number={index + 2}
          onChange={next => change([first, ...later.map((old, at) => (at === index ? next : old))])}
          onRemove={() => change([first, ...later.filter((_, at) => at !== index)])}
        />
      ))}
      {isGraded && (
        <AddRow onAdd={() => change([first, ...later, BLANK])} size="compact-sm">
          {t('form.gradeChanged')}
        </AddRow>
      )}
    </FieldPlace>
  )
}

const BLANK: Values = { grade: '', from: '' }

interface LaterGradeProps {
  readonly row: Values
  readonly number: number
  readonly onChange: (row: Values) => void
  readonly onRemove: () => void
}

function LaterGrade({ row, number, onChange, onRemove }: LaterGradeProps) {
  const { t } = useTranslation('safety')
  return (
    <div className={classes['later']}>
      <Select
        label={t('form.gradeNumber', { number })}
        data={['1', '2', '3', '4', '5']}
        value={row['grade'] || null}
        onChange={grade => onChange({ ...row, grade: grade ?? '' })}
      />
      <TimeField
        label={t('form.gradeSince')}
        description=""
        withClock
        value={row['from'] ?? ''}
        onChange={from => onChange({ ...row, from })}
        error={undefined}
      />
      <RemoveRow label={t('form.removeGrade', { number })} onRemove={onRemove} mt={26} />
    </div>
  )
}
