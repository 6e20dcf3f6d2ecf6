import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pager } from '../pager.tsx'
import type { Checked } from '../types.ts'
import { ChooseTest } from './choose-test.tsx'
import { ChooseUnit } from './choose-unit.tsx'
import classes from './mapping.module.css'
import type { DraftTest } from './mapping-draft.ts'
import { Mark, markOf } from './mark.tsx'
import { unitsOfTest } from './test-choices.ts'

/** Lines at once; what nobody has decided stands first. */
const PAGE = 50

interface TestTableProps {
  readonly tests: readonly DraftTest[]
  /** How often a dry run met those that it did not know. */
  readonly counts: Checked['unknown']['tests'] | undefined
  readonly onChange: (tests: readonly DraftTest[]) => void
}

/** Tests as the file prints them, and what each is. */
export function TestTable({ tests, counts, onChange }: TestTableProps) {
  const { t } = useTranslation('imports')
  const [from, setFrom] = useState(0)
  return (
    <section>
      <Title order={2} size="h3">
        {t('mapping.testsTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t(tests.length === 0 ? 'test.none' : 'test.hint')}
      </Text>
      {tests.length > 0 && (
        <div className={classes['wide']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t('test.printed')}</th>
                {counts && <th scope="col">{t('test.rows')}</th>}
                <th scope="col" className={classes['choice']}>
                  {t('test.is')}
                </th>
                <th scope="col">{t('test.unit')}</th>
              </tr>
            </thead>
            <tbody>
              {tests.slice(from, from + PAGE).map((test, index) => (
                <TestLine
                  key={test.printed}
                  test={test}
                  onChange={changed => onChange(tests.with(from + index, changed))}
                  {...(counts
                    ? { rows: counts.find(({ printed }) => printed === test.printed)?.rows ?? null }
                    : {})}
                />
              ))}
            </tbody>
          </table>
          <Pager from={from} page={PAGE} total={tests.length} onFrom={setFrom} />
        </div>
      )}
    </section>
  )
}

interface TestLineProps {
  readonly test: DraftTest
  /** Null: none were counted. Absent: nobody has counted. */
  readonly rows?: number | null
  readonly onChange: (test: DraftTest) => void
}

function TestLine({ test, rows, onChange }: TestLineProps) {
  const { t } = useTranslation('imports')
  const { printed, is, unit, isSuggested } = test
  const loinc = is !== null && is !== 'out' ? is.loinc : ''
  return (
    <tr data-ignored={is === 'out' || undefined}>
      <th scope="row">{printed}</th>
      {rows !== undefined && <td>{rows}</td>}
      <td>
        <div className={classes['chosen']}>
          <ChooseTest
            label={t('test.of', { printed })}
            codeLabel={t('test.loincOf', { printed })}
            value={is}
            mayLeaveOut
            onChange={chosen => onChange({ ...test, is: chosen, unit: '', isSuggested: false })}
          />
          <Mark state={markOf(is === null, isSuggested)} />
        </div>
      </td>
      <td>
        {loinc !== '' && (
          <ChooseUnit
            label={t('test.unitOf', { printed })}
            units={unitsOfTest(loinc)}
            value={unit}
            onChange={chosen => onChange({ ...test, unit: chosen, isSuggested: false })}
            isOptional
          />
        )}
      </td>
    </tr>
  )
}
