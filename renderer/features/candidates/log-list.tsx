import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { startTransition, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PatientId } from '#shared/core/ids.ts'
import { isOfStanding, type Line, matching, type Question, sorted } from './lines.ts'
import { LogFilters } from './log-filters.tsx'
import { type GridHandle, LogGrid } from './log-grid.tsx'
import { keepLogOrder } from './log-order.ts'
import { type LogSearch, Standing } from './log-search.ts'
import { NobodyFound } from './nobody-found.tsx'
import type { LogSummaries } from './summaries.ts'
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
  const { protocol, standing, sort = 'number' } = useSearch({ from: '/' })
  const [typed, setTyped] = useKept<string>('search', '')
  // Typing never waits for the lines: neither for those found, nor for those that the engine screens meanwhile.
  const [wanted, setWanted] = useState(typed)
  const lines = useDeferredValue(newest.lines)
  const summaries = useDeferredValue(newest.summaries)
  const grid = useRef<GridHandle>(null)
  const on = summaries?.on ?? today
  const question = useMemo(() => ({ on, protocol }), [on, protocol])
  const found = useMemo(() => matching(lines, wanted), [lines, wanted])
  const counts = useMemo(() => countStandings(found, question), [found, question])
  const narrowed = useCallback(
    (among: readonly Line[]) =>
      standing ? among.filter(line => isOfStanding(line, standing, question)) : among,
    [standing, question],
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
    change({ protocol: undefined, standing: undefined })
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
          on={on}
          sort={sort}
          asked={[wanted, protocol, standing, sort].join(' ')}
          change={change}
          onOpen={openCandidate}
        />
      )}
    </>
  )
}

function countStandings(lines: readonly Line[], question: Question): Readonly<Record<Standing, number>> {
  const count = (standing: Standing) => lines.filter(line => isOfStanding(line, standing, question)).length
  return Object.fromEntries(Standing.options.map(one => [one, count(one)])) as Record<Standing, number>
}
