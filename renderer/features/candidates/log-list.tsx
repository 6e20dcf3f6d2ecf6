import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { type Decisions, decisionKey, needsSigningAgain } from '../signatures/decisions.ts'
import { isOfStanding, type Line, matching, type Question, sorted } from './lines.ts'
import { LogFilters } from './log-filters.tsx'
import { type GridHandle, LogGrid } from './log-grid.tsx'
import { keepLogOrder } from './log-order.ts'
import { type LogSearch, Standing } from './log-search.ts'
import { NobodyFound } from './nobody-found.tsx'
import type { LogSummaries } from './summaries.ts'
import { useDecisions } from './use-decisions.ts'
import { useKept } from './use-kept.ts'
import { useToday } from './use-today.ts'

interface LogListProps {
  readonly lines: readonly Line[]
  readonly summaries: LogSummaries | undefined
}

/** The list of candidates with everything that narrows and orders it. */
export function LogList(newest: LogListProps) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const today = useToday()
  const { protocol, standing, signing, sort = 'number' } = useSearch({ from: '/' })
  const [typed, setTyped] = useKept<string>('search', '')
  // Typing never waits for the lines: neither for those found, nor for those that the engine screens meanwhile.
  const [wanted, setWanted] = useState(typed)
  const lines = useDeferredValue(newest.lines)
  const summaries = useDeferredValue(newest.summaries)
  const grid = useRef<GridHandle>(null)
  const on = summaries?.on ?? today
  const question = useMemo(() => ({ on, protocol }), [on, protocol])
  const decisions = useDecisions()
  const found = useMemo(() => matching(lines, wanted), [lines, wanted])
  const isToSign = useCallback(
    (line: Line) => needsSigning(line, { decisions, protocol }),
    [decisions, protocol],
  )
  const counts = useMemo(() => countStandings(found, question), [found, question])
  const narrowed = useCallback(
    (among: readonly Line[]) =>
      among.filter(
        line =>
          (standing === undefined || isOfStanding(line, standing, question)) &&
          (signing === undefined || isToSign(line)),
      ),
    [standing, question, signing, isToSign],
  )
  const shown = useMemo(() => sorted(narrowed(found), sort, question), [narrowed, found, sort, question])
  useEffect(
    () =>
      keepLogOrder(
        queries,
        shown.map(({ patient }) => patient.id),
      ),
    [queries, shown],
  )
  const screened = lines.find(({ answers }) => answers !== undefined)
  const protocols = useMemo(() => screened?.answers?.map(({ protocol: id }) => id) ?? [], [screened])
  const change = useCallback(
    (to: Partial<LogSearch>) =>
      void navigate({ to: '/', search: before => ({ ...before, ...to }), replace: true }),
    [navigate],
  )
  const openCandidate = useCallback(
    (patientId: PatientId) => void navigate({ to: '/candidates/$patientId', params: { patientId } }),
    [navigate],
  )
  const type = (text: string) => {
    setTyped(text)
    startTransition(() => setWanted(text))
  }
  const clear = () => {
    type('')
    change({ protocol: undefined, standing: undefined, signing: undefined })
  }
  return (
    <>
      <LogFilters
        typed={typed}
        onType={type}
        onEnter={() => {
          const [only, another] = narrowed(matching(lines, typed))
          if (only && another === undefined) openCandidate(only.patient.id)
        }}
        onDown={() => {
          flushSync(() => setWanted(typed))
          grid.current?.toFirst()
        }}
        counts={counts}
        all={found.length}
        toSign={found.filter(isToSign).length}
        protocols={protocols}
        change={change}
      />
      {shown.length === 0 ? (
        <NobodyFound onClear={clear} />
      ) : (
        <LogGrid
          ref={grid}
          lines={shown}
          summaries={summaries}
          decisions={decisions}
          on={on}
          sort={sort}
          asked={[wanted, protocol, standing, signing, sort].join(' ')}
          change={change}
          onOpen={openCandidate}
        />
      )}
    </>
  )
}

interface Signing {
  readonly decisions: Decisions
  readonly protocol: ProtocolId | undefined
}

/** Whether a decision about the candidate, for any protocol that was asked for, has to be signed again. */
function needsSigning({ patient, answers = [] }: Line, { decisions, protocol: asked }: Signing): boolean {
  return answers.some(({ protocol }) => {
    const decision = decisions.get(decisionKey(patient.id, protocol))
    return decision !== undefined && (asked ?? protocol) === protocol && needsSigningAgain(decision)
  })
}

function countStandings(lines: readonly Line[], question: Question): Readonly<Record<Standing, number>> {
  const count = (standing: Standing) => lines.filter(line => isOfStanding(line, standing, question)).length
  return Object.fromEntries(Standing.options.map(one => [one, count(one)])) as Record<Standing, number>
}
