import { Input } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CtcaeName, ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { generalGrades } from '#shared/core/adverse-events/general-grades.ts'
import classes from './safety-form.module.css'

const GRADES = ['1', '2', '3', '4', '5'] as const

interface GradeFieldProps {
  readonly label: string
  /** The coded term; what is not one is graded by the general scale. */
  readonly ctcae: string
  readonly value: string
  readonly onChange: (grade: string) => void
  readonly error: string | undefined
}

/**
 * The five grades with their definitions word for word, in the language that they were published in. The digits choose
 * too. A grade that a term does not have cannot be chosen.
 */
export function GradeField({ label, ctcae, value, onChange, error }: GradeFieldProps) {
  const { t } = useTranslation('safety')
  const name = useId()
  const definitions = definitionsOf(ctcae)
  const isOffered = (grade: string) => definitions[Number(grade) - 1] !== NOT_THERE
  return (
    <fieldset
      className={classes['grades']}
      data-wide
      aria-describedby={`${name}-source`}
      onKeyDown={({ key }) => {
        if (GRADES.some(grade => grade === key) && isOffered(key)) onChange(key)
      }}
    >
      <Input.Label component="legend">{label}</Input.Label>
      <Input.Description id={`${name}-source`} mb={4}>
        {ctcae === '' ? t('form.generalScale') : t('form.termScale')}
      </Input.Description>
      {GRADES.map((grade, index) => (
        <label key={grade} className={classes['grade']} data-chosen={value === grade || undefined}>
          <input
            type="radio"
            name={name}
            value={grade}
            checked={value === grade}
            disabled={!isOffered(grade)}
            aria-invalid={error !== undefined || undefined}
            onChange={() => onChange(grade)}
          />
          <span className={classes['digit']}>{t('grade', { grade })}</span>
          <span lang="en">{isOffered(grade) ? definitions[index] : t('form.noSuchGrade')}</span>
        </label>
      ))}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </fieldset>
  )
}

/** How CTCAE prints a grade that a term does not have. */
const NOT_THERE = '-'

function definitionsOf(ctcae: string): readonly string[] {
  const name = CtcaeName.safeParse(ctcae).data
  return name === undefined ? generalGrades : ctcaeEntries[name].grades
}
