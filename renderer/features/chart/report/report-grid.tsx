import { VisuallyHidden } from '@mantine/core'
import type { ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../laboratory-report.module.css'
import { ReportRow } from './report-row.tsx'
import { isBlank } from './rows.ts'
import type { ReportState } from './use-report.ts'

interface ReportGridProps {
  readonly state: ReportState
  /** A table was pasted into a cell. */
  readonly onPaste: (text: string) => void
}

/** The rows of a report as a table; an empty one to go on in is always there. */
export function ReportGrid({ state, onPaste }: ReportGridProps) {
  const { t } = useTranslation('chart')
  const { rows } = state.report
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    onPaste(text)
  }
  return (
    <table className={classes['grid']} onPaste={paste}>
      <thead>
        <tr>
          <th scope="col">{t('result.test')}</th>
          <th scope="col">{t('result.value')}</th>
          <th scope="col">{t('result.unit')}</th>
          <th scope="col">{t('report.low')}</th>
          <th scope="col">{t('report.high')}</th>
          <th scope="col">{t('report.note')}</th>
          <th scope="col">
            <VisuallyHidden>{t('report.removeRow')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <ReportRow
            key={row.key}
            row={row}
            sheet={state.sheet}
            refused={state.refused[row.key]}
            number={index + 1}
            isSpare={index === rows.length - 1 && isBlank(row)}
          />
        ))}
      </tbody>
    </table>
  )
}
