import { IconAlertTriangle } from '@tabler/icons-react'
import { analyteOfLoinc } from '#shared/core/analytes.ts'
import { readPrinted } from '#shared/core/reports/printed-number.ts'
import { dateText } from '../../../i18n/format.ts'
import { resultText, useSpeech } from '../fact-words.ts'
import { FlagMark } from '../laboratory-matrix.tsx'
import classes from '../laboratory-report.module.css'
import { type Flag, flagOf } from '../matrix.ts'
import type { Row } from './rows.ts'
import { beforeRow, type Sheet } from './sheet.ts'

interface RowNoteProps {
  readonly row: Row
  readonly sheet: Sheet
  readonly problem: string | undefined
}

/** What is to be said about a row, the most urgent first: a problem, a value charted already, how it was read, the last value. */
export function RowNote({ row, sheet, problem }: RowNoteProps) {
  const { t, language } = useSpeech()
  if (problem !== undefined) return <Warning text={problem} />
  const { same, last } = beforeRow(row, sheet)
  const hasValue = row.value.trim() !== ''
  const read = readPrinted(row.value)
  if (hasValue && same) {
    const charted = resultText(same.content)
    const isEqual =
      'value' in read && read.value === same.content.value && read.comparator === same.content.comparator
    return (
      <Warning
        text={isEqual ? t('report.chartedSame', { charted }) : t('report.chartedOther', { charted })}
      />
    )
  }
  const flag = flagOfRow(row)
  return (
    <>
      {flag && <FlagMark flag={flag} />}
      {'told' in read && hasValue && (
        <span>{t('result.readAs', { value: `${read.comparator ?? ''}${read.value}` })}</span>
      )}
      <ControlHint row={row} sheet={sheet} />
      {last && (
        <span className={classes['last']}>
          {t('report.last', {
            value: resultText(last.content),
            at: dateText(last.content.on.slice(0, 10), language),
          })}
        </span>
      )}
    </>
  )
}

function Warning({ text }: { readonly text: string }) {
  return (
    <span className={classes['warning']}>
      <IconAlertTriangle size={15} aria-hidden="true" />
      {text}
    </span>
  )
}

function ControlHint({ row, sheet }: Omit<RowNoteProps, 'problem'>) {
  const { t } = useSpeech()
  if (analyteOfLoinc(row.loinc) !== 'prothrombin_time' || row.control !== '') return null
  const usual = sheet.laboratory?.usualControl
  return <span>{usual === undefined ? t('report.controlHint') : t('report.controlUsual', { usual })}</span>
}

function flagOfRow({ value, low, high }: Row): Flag | undefined {
  const read = readPrinted(value)
  const limits = { low: readPrinted(low), high: readPrinted(high) }
  if (!('value' in read)) return undefined
  return flagOf({
    value: read.value,
    ...(read.comparator && { comparator: read.comparator }),
    range: {
      ...('value' in limits.low && { low: limits.low.value }),
      ...('value' in limits.high && { high: limits.high.value }),
    },
  })
}
