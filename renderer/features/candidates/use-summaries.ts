import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AppError } from '#shared/api/errors.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { type Api, useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'
import { useRight } from '../../session/session.tsx'
import { createGate, type Gate } from './gate.ts'
import { collectSummaries, type LogSummaries } from './summaries.ts'
import { useToday } from './use-today.ts'

/** Lines asked for at once: another call waits no longer than the engine takes for these. */
const BATCH = 100
/** Milliseconds between two redrawings while batches come in. */
const PACE = 250

/**
 * What the protocols say of every candidate, batch by batch: usable from the first one on, paused and resumed, and
 * called off when the screen is left. After a write everything is asked again, and the engine remembers what still holds.
 */
export function useSummaries({ enabled }: { readonly enabled: boolean }) {
  const api = useApi()
  const today = useToday()
  const mayScreen = useRight('screening.read')
  const [gate] = useState(createGate)
  const [isPaused, setPaused] = useState(false)
  const { data, error, isFetching, refetch } = useQuery<LogSummaries, AppError>({
    queryKey: ['log', 'summaries', today],
    enabled: enabled && mayScreen,
    structuralSharing: false,
    queryFn: async ({ client, queryKey, signal }) => {
      const patients = await client.fetchQuery({
        queryKey: readKey('patients', 'list', {}),
        queryFn: () => api.patients.list({}),
      })
      const ids = patients.map(({ id }) => id)
      const tell = (summaries: LogSummaries) => client.setQueryData(queryKey, summaries)
      return load({ api, gate, ids, tell, signal })
    },
  })
  const pause = useCallback(() => {
    gate.close()
    setPaused(true)
  }, [gate])
  const resume = useCallback(() => {
    gate.open()
    setPaused(false)
  }, [gate])
  return { summaries: data, error, isRunning: isFetching, isPaused, pause, resume, retry: refetch }
}

interface Loading {
  readonly api: Api
  readonly gate: Gate
  readonly ids: readonly PatientId[]
  readonly tell: (summaries: LogSummaries) => void
  readonly signal: AbortSignal
}

async function load({ api, gate, ids, tell, signal }: Loading): Promise<LogSummaries> {
  const collected = collectSummaries(ids.length)
  const ask = async (first: number) =>
    collected.add(await api.screening.summaries({ patientIds: ids.slice(first, first + BATCH) }))
  // A log without candidates asks once all the same: the answer has the day.
  await ask(0)
  let told = Number.NEGATIVE_INFINITY
  for (let first = BATCH; first < ids.length; first += BATCH) {
    const now = performance.now()
    if (now - told >= PACE) {
      tell(collected.soFar())
      told = now
    }
    await gate.passage(signal)
    if (signal.aborted) break
    await ask(first)
  }
  return collected.soFar()
}
