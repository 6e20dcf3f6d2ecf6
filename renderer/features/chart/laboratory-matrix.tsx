import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import type { FactId } from '#shared/core/ids.ts'
import { dateText, unitText } from '../../i18n/format.ts'
import { rangeText, testName, useSpeech } from './fact-words.ts'
import classes from './laboratory-matrix.module.css'
import { type Flag, flagOf, type MatrixRow, matrixOf, type Result } from './matrix.ts'

interface LaboratoryMatrixProps {
  readonly results: readonly Result[]
  readonly opened: FactId | undefined
  readonly onOpen: (factId: FactId) => void
}

/** Every laboratory value: tests down, specimens across, the latest beside the name. */
export const LaboratoryMatrix = memo(function LaboratoryMatrix({
  results,
  opened,
  onOpen,
}: LaboratoryMatrixProps) {
  const { language, t } = useSpeech()
  const matrix = useMemo(() => matrixOf(results), [results])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section className={classes['scroll']} aria-label={t('matrix.label')} tabIndex={0}>
      <table className={classes['matrix']}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.test')}</th>
            <th scope="col">{t('matrix.unit')}</th>
            <th scope="col">{t('matrix.range')}</th>
            {matrix.times.map(time => (
              <th scope="col" key={time}>
                {dateText(time.slice(0, 10), language)}
                {time.length > 10 && <span className={classes['clock']}>{time.slice(11, 16)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(row => (
            <Row key={row.loinc} {...{ row, opened, onOpen }} times={matrix.times} />
          ))}
        </tbody>
      </table>
    </section>
  )
})

interface RowProps extends Omit<LaboratoryMatrixProps, 'results'> {
  readonly row: MatrixRow
  readonly times: readonly string[]
}

function Row({ row, times, opened, onOpen }: RowProps) {
  const { language } = useSpeech()
  const analyte = analyteOfLoinc(row.loinc)
  const abbreviation = analyte ? analytes[analyte].abbreviation : row.loinc
  const name = analyte ? analytes[analyte].name[language] : abbreviation
  const { unit } = row.latest.content
  return (
    <tr>
      <th scope="row" title={testName(row.loinc, language)}>
        <span className={classes['short']}>{abbreviation}</span>
        {name !== abbreviation && <span className={classes['name']}>{name}</span>}
      </th>
      <td className={classes['unit']}>{unitText(unit)}</td>
      <td className={classes['range']}>{rangeText(row.range)}</td>
      {times.map(time => (
        <td key={time}>
          {row.cells.get(time)?.map(result => (
            <Value
              key={result.id}
              result={result}
              row={row}
              isOpened={result.id === opened}
              onOpen={onOpen}
            />
          ))}
        </td>
      ))}
    </tr>
  )
}

interface ValueProps {
  readonly result: Result
  /** Its unit and range stand in front. */
  readonly row: MatrixRow
  readonly isOpened: boolean
  readonly onOpen: (factId: FactId) => void
}

function Value({ result: { id, version, content }, row, isOpened, onOpen }: ValueProps) {
  const { t } = useTranslation('chart')
  const flag = flagOf(content)
  const { control } = content
  const range = rangeText(content.range)
  const isOtherUnit = content.unit !== row.latest.content.unit
  return (
    <button
      type="button"
      className={classes['value']}
      data-flag={flag}
      data-opened={isOpened || undefined}
      title={range === rangeText(row.range) ? undefined : t('matrix.ownRange', { range: range || '–' })}
      onClick={() => onOpen(id)}
    >
      {`${content.comparator ?? ''}${content.value}`}
      {isOtherUnit && <span className={classes['aside']}>{unitText(content.unit)}</span>}
      {flag && <FlagMark flag={flag} />}
      {control !== undefined && (
        <span className={classes['aside']}>
          {control === 'not_printed' ? t('matrix.noControl') : t('matrix.control', { control })}
        </span>
      )}
      {version > 1 && <span className={classes['aside']}>{t('corrected')}</span>}
    </button>
  )
}

/** High or low as arrow and letter, with the word for those who hear it. */
export function FlagMark({ flag }: { readonly flag: Flag }) {
  const { t } = useTranslation('chart')
  const Icon = flag === 'high' ? IconArrowUp : IconArrowDown
  return (
    <span className={classes['flag']} role="img" aria-label={t(`flag.${flag}`)}>
      <Icon size={13} stroke={2.6} aria-hidden="true" />
      <span aria-hidden="true">{flag === 'high' ? 'H' : 'L'}</span>
    </span>
  )
}
