import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react'
import type { PatientId } from '#shared/core/ids.ts'
import { isOfStanding, type Line, matching, type Question, sorted } from './lines.ts'
import { LogFilters } from './log-filters.tsx'
import { LogGrid } from './log-grid.tsx'
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
export function LogList({ lines, summaries }: LogListProps) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const today = useToday()
  const { protocol, standing, sort = 'number' } = useSearch({ from: '/' })
  const [typed, setTyped] = useKept<string>('search', '')
  const wanted = useDeferredValue(typed)
  const on = summaries?.on ?? today
  const question = useMemo(() => ({ on, protocol }), [on, protocol])
  const found = useMemo(() => matching(lines, wanted), [lines, wanted])
  const counts = useMemo(() => countStandings(found, question), [found, question])
  const shown = useMemo(() => {
    const chosen = standing ? found.filter(line => isOfStanding(line, standing, question)) : found
    return sorted(chosen, sort, question)
  }, [found, standing, sort, question])
  useEffect(
    () =>
      keepLogOrder(
        queries,
        shown.map(({ patient }) => patient.id),
      ),
    [queries, shown],
  )
  const change = useCallback(
    (to: Partial<LogSearch>) =>
      void navigate({ to: '/', search: before => ({ ...before, ...to }), replace: true }),
    [navigate],
  )
  const openCandidate = useCallback(
    (patientId: PatientId) => void navigate({ to: '/candidates/$patientId', params: { patientId } }),
    [navigate],
  )
  const clear = () => {
    setTyped('')
    change({ protocol: undefined, standing: undefined })
  }
  return (
    <>
      <LogFilters
        typed={typed}
        onType={setTyped}
        onEnter={() => {
          const [only] = shown
          if (shown.length === 1 && only) openCandidate(only.patient.id)
        }}
        counts={counts}
        all={found.length}
        protocols={protocolsOf(lines)}
        change={change}
      />
      {shown.length === 0 ? (
        <NobodyFound onClear={clear} />
      ) : (
        <LogGrid
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

function protocolsOf(lines: readonly Line[]) {
  return lines.find(({ answers }) => answers !== undefined)?.answers?.map(({ protocol }) => protocol) ?? []
}
