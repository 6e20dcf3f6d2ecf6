import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { Laboratory } from '#shared/api/laboratories.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { readEventTime } from '../../../components/read-date.ts'
import { useDraft } from '../../../drafts/use-draft.ts'
import { useSession, useSessionControl } from '../../../session/session.tsx'
import { checkContent, type FieldProblems, refusedFields } from '../form/check.ts'
import { isResult, type Result } from '../matrix.ts'
import { useSavedNotice } from '../use-saved-notice.tsx'
import { type ChartedBefore, chartedBefore } from './charted-before.ts'
import {
  changeReport,
  contentOfRow,
  EMPTY_REPORT,
  isBlank,
  Report,
  type ReportChange,
  type Row,
} from './rows.ts'

/** What was charted of a report, and of which laboratory. */
export interface SavedReport {
  readonly results: readonly Result[]
  readonly laboratory: string
  readonly reference: string
}

type ProblemsByRow = Readonly<Record<number, FieldProblems>>

/** A report while it is typed: its rows, what is wrong with them, what the chart has already, and saving it. */
export function useReport(patientId: PatientId) {
  const { site } = useSession()
  const [report, change] = useReducer(changeReport, EMPTY_REPORT)
  const [isSubmitted, setSubmitted] = useState(false)
  const [refused, setRefused] = useState<ProblemsByRow>({})
  const [isConfirmed, setConfirmed] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [saved, setSaved] = useState<SavedReport>()
  const laboratory = useLaboratory(report.laboratory)
  const before = useChartedBefore(patientId, report)
  const draft = useReportDraft(patientId, report, saved !== undefined)
  const record = useWrite('facts', 'record')
  const tell = useSavedNotice()

  const filled = report.rows.filter(row => row.value.trim() !== '')
  const checked = useMemo(
    () =>
      new Map(
        report.rows
          .filter(row => row.value.trim() !== '')
          .map(row => [row.key, checkContent(contentOfRow(row, report, laboratory, site.timeZone))] as const),
      ),
    [report, laboratory, site.timeZone],
  )
  const problemsOf = (key: number): FieldProblems => {
    const found = checked.get(key)
    return { ...(found && 'problems' in found ? found.problems : {}), ...refused[key] }
  }
  const twice = filled.filter(row => before(row).same !== undefined)

  const edit = (next: ReportChange) => {
    change(next)
    setConfirmed(false)
    if ('key' in next) setRefused(({ [next.key]: _gone, ...others }) => others)
    else setRefused({})
  }

  const save = async (): Promise<'saved' | 'refused' | 'confirm' | 'empty'> => {
    setSubmitted(true)
    setFailure(undefined)
    if (filled.length === 0) return 'empty'
    const contents = filled.flatMap(({ key }) => {
      const one = checked.get(key)
      return one && 'content' in one ? [one.content] : []
    })
    if (contents.length < filled.length) return 'refused'
    if (twice.length > 0 && !isConfirmed) {
      setConfirmed(true)
      return 'confirm'
    }
    const reference = report.reference.trim()
    const source = reference === '' ? ({ kind: 'typed' } as const) : ({ kind: 'report', reference } as const)
    try {
      const answer = await record.mutateAsync({
        patientId,
        facts: contents.map(content => ({ content, source })),
      })
      setSaved({ results: answer.facts.filter(isResult), laboratory: report.laboratory.trim(), reference })
      await draft.discard()
      tell(answer)
      return 'saved'
    } catch (error) {
      const byRow = refusedRows(error, filled)
      setRefused(byRow)
      if (Object.keys(byRow).length === 0) setFailure(error)
      return 'refused'
    }
  }

  const begin = () => {
    change({ do: 'replace', report: EMPTY_REPORT })
    setSaved(undefined)
    setSubmitted(false)
    setConfirmed(false)
  }

  return {
    ...{ report, edit, laboratory, before, draft, filled, twice, problemsOf, isSubmitted, isConfirmed },
    ...{ failure, saved, save, begin, isSaving: record.isPending },
  }
}
export type ReportState = ReturnType<typeof useReport>

/** The laboratory of exactly this name. */
function useLaboratory(name: string): Laboratory | undefined {
  const { data = [] } = useRead('laboratories', 'list', {})
  return data.find(laboratory => laboratory.name === name.trim())
}

function useChartedBefore(patientId: PatientId, report: Report): (row: Row) => ChartedBefore {
  const { site } = useSession()
  const { data } = useRead('facts', 'list', { patientId })
  const results = useMemo(() => (data ?? []).filter(isResult), [data])
  const on = readEventTime(report.on, site.timeZone)
  return row =>
    row.loinc === '' ? { same: undefined, last: undefined } : chartedBefore(results, row.loinc, on)
}

function useReportDraft(patientId: PatientId, report: Report, isSaved: boolean) {
  const { drafts } = useSessionControl()
  const isEmpty =
    report.rows.every(isBlank) &&
    [report.laboratory, report.on, report.reference].every(text => text.trim() === '')
  const isKept = useRef(false)
  isKept.current = !isEmpty && !isSaved
  // The last letters before the screen is left are kept too; before `useDraft`, which leaves the saver first otherwise.
  useEffect(
    () => () => {
      if (isKept.current) void drafts.flush()
    },
    [drafts],
  )
  return useDraft({
    ...{ form: 'laboratory-report', patientId, schema: Report },
    content: isEmpty || isSaved ? undefined : report,
  })
}

function refusedRows(error: unknown, rows: readonly Row[]): ProblemsByRow {
  if (!(error instanceof AppError) || error.payload.code !== 'invalid_input') return {}
  const { issues } = error.payload
  const found = rows.map(
    ({ key }, index) => [key, refusedFields(issues, `facts[${index}].content.`)] as const,
  )
  return Object.fromEntries(found.filter(([, problems]) => Object.keys(problems).length > 0))
}
