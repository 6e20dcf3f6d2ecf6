import { useCallback, useMemo, useReducer, useState } from 'react'
import { AppError } from '#shared/api/errors.ts'
import type { Laboratory } from '#shared/api/laboratories.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead, useWrite } from '../../../api/hooks.ts'
import { useOneAtATime } from '../../../components/use-one-at-a-time.ts'
import { useDraft } from '../../../drafts/use-draft.ts'
import { useSession } from '../../../session/session.tsx'
import { type FieldProblems, refusedFields } from '../form/check.ts'
import { isResult, type Result } from '../matrix.ts'
import { useSavedNotice } from '../use-saved-notice.tsx'
import { changeReport, EMPTY_REPORT, isBlank, Report, type ReportChange, type Row } from './rows.ts'
import { beforeRow, checkRow, type Sheet } from './sheet.ts'

/** What was charted of a report, and of which laboratory. */
export interface SavedReport {
  readonly results: readonly Result[]
  readonly laboratory: string
  readonly reference: string
}

type ProblemsByRow = Readonly<Record<number, FieldProblems>>

/** A report while it is typed: its rows, what the chart has of them already, and saving it. */
export function useReport(patientId: PatientId, on: string) {
  const blank = { ...EMPTY_REPORT, on }
  const [report, change] = useReducer(changeReport, blank)
  const [isSubmitted, setSubmitted] = useState(false)
  const [refused, setRefused] = useState<ProblemsByRow>({})
  const [isConfirmed, setConfirmed] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [saved, setSaved] = useState<SavedReport>()
  const draft = useReportDraft(patientId, report, { isSaved: saved !== undefined, on })
  const record = useWrite('facts', 'record')
  const tell = useSavedNotice()
  const edit = useCallback((next: ReportChange) => {
    change(next)
    setConfirmed(false)
    setRefused(before => ('key' in next ? without(before, next.key) : {}))
  }, [])
  const sheet = useSheet(patientId, report, isSubmitted, edit)
  const filled = report.rows.filter(row => row.value.trim() !== '')
  const twice = filled.filter(row => beforeRow(row, sheet).same !== undefined)

  const save = useOneAtATime(async (): Promise<'saved' | 'refused' | 'confirm' | 'empty'> => {
    setSubmitted(true)
    setFailure(undefined)
    if (filled.length === 0) return 'empty'
    const contents = filled
      .map(row => checkRow(row, sheet))
      .flatMap(one => ('content' in one ? [one.content] : []))
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
      await draft.settle()
      tell(answer)
      return 'saved'
    } catch (error) {
      const byRow = refusedRows(error, filled)
      setRefused(byRow)
      if (Object.keys(byRow).length === 0) setFailure(error)
      return 'refused'
    }
  })

  const begin = () => {
    change({ do: 'replace', report: blank })
    setSaved(undefined)
    setSubmitted(false)
    setConfirmed(false)
  }

  return {
    ...{ report, sheet, edit, draft, filled, twice, refused, isConfirmed },
    ...{ failure, saved, save, begin, isSaving: record.isPending },
    timeProblem: isSubmitted ? timeProblemOf(filled, sheet, refused) : undefined,
  }
}
export type ReportState = ReturnType<typeof useReport>

/** The laboratory of exactly this name. */
function useLaboratory(name: string): Laboratory | undefined {
  const { data = [] } = useRead('laboratories', 'list', {})
  return data.find(laboratory => laboratory.name === name.trim())
}

function useSheet(
  patientId: PatientId,
  { laboratory: name, on }: Report,
  isSubmitted: boolean,
  edit: Sheet['edit'],
): Sheet {
  const { site } = useSession()
  const laboratory = useLaboratory(name)
  const { data } = useRead('facts', 'list', { patientId })
  return useMemo(
    () => ({
      ...{ laboratory, isSubmitted, edit, timeZone: site.timeZone },
      head: { laboratory: name, on },
      results: (data ?? []).filter(isResult),
    }),
    [laboratory, isSubmitted, edit, site.timeZone, name, on, data],
  )
}

/** The rows share the time of the specimen, so what is wrong with it is said once, in the head. */
function timeProblemOf(rows: readonly Row[], sheet: Sheet, refused: ProblemsByRow): string | undefined {
  const [first] = rows
  const checked = first && checkRow(first, sheet)
  const found = checked && 'problems' in checked ? checked.problems['on'] : undefined
  return found ?? rows.map(({ key }) => refused[key]?.['on']).find(problem => problem !== undefined)
}

function without(problems: ProblemsByRow, key: number): ProblemsByRow {
  const { [key]: _gone, ...others } = problems
  return others
}

interface Begun {
  readonly isSaved: boolean
  /** What the day was filled in with; that alone is nothing to keep. */
  readonly on: string
}

function useReportDraft(patientId: PatientId, report: Report, { isSaved, on }: Begun) {
  const day = report.on === on ? '' : report.on
  const isEmpty =
    report.rows.every(isBlank) && [report.laboratory, day, report.reference].every(text => text.trim() === '')
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
