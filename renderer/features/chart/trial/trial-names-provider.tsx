import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { ProtocolId } from '#shared/core/ids.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { type Api, useApi } from '../../../api/api.tsx'
import { readKey, useRead } from '../../../api/hooks.ts'
import { TrialNames, type TrialNaming } from './trial-names.ts'
import { visitTitle } from './visit-title.ts'

type Definition = Awaited<ReturnType<Api['protocols']['get']>>['definition']
type History = Awaited<ReturnType<Api['conduct']['history']>>

/** Tells the facts below what the visits, assessments and checklist items of every protocol are called. */
export function TrialNamesProvider({ children }: { readonly children: ReactNode }) {
  const api = useApi()
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const ids = protocols.map(({ id }) => id)
  const definitions = useQueries({
    queries: ids.map(id => ({
      queryKey: readKey('protocols', 'get', { id }),
      queryFn: () => api.protocols.get({ id }),
    })),
    combine: answers => answers.flatMap(({ data }) => (data ? [data.definition] : [])),
  })
  const histories = useQueries({
    queries: ids.map(protocolId => ({
      queryKey: readKey('conduct', 'history', { protocolId }),
      queryFn: () => api.conduct.history({ protocolId }),
    })),
    combine: answers => answers.flatMap(({ data }) => data ?? []),
  })
  const names = useMemo(() => namingOf(definitions, histories), [definitions, histories])
  return <TrialNames value={names}>{children}</TrialNames>
}

function namingOf(definitions: readonly Definition[], histories: readonly History[]): TrialNaming {
  const schedules = histories.flatMap(({ schedule }) => schedule)
  // A visit, item or cohort that a later version left out was still called something.
  const newestFirst = schedules.toSorted((a, b) => b.version - a.version)
  const watches = histories.flatMap(({ safety }) => safety).toSorted((a, b) => b.version - a.version)
  const entered = (protocol: ProtocolId) =>
    newestFirst.map(({ content }) => content).filter(content => content.protocol === protocol)
  return {
    visit: (protocol, visit) =>
      titleIn(
        entered(protocol).flatMap(({ extraVisits }) => extraVisits),
        visit,
      ) ?? visitTitle(visit),
    assessment: (protocol, assessment) =>
      definitions.find(({ id }) => id === protocol)?.assessments.find(({ id }) => id === assessment)?.title ??
      titleIn(
        entered(protocol).flatMap(({ assessments }) => assessments),
        assessment,
      ),
    item: (protocol, version, item) => {
      const schedule = schedules.find(one => one.content.protocol === protocol && one.version === version)
      const found = schedule?.content.doses.checklist.find(({ id }) => id === item)
      return found && verbatim(found.text)
    },
    cohort: (protocol, cohort) =>
      titleIn(
        watches.flatMap(({ content }) => (content.protocol === protocol ? content.cohorts : [])),
        cohort,
      ),
  }
}

function titleIn(
  named: readonly { readonly id: string; readonly title: string }[],
  wanted: string,
): LocalizedText | undefined {
  const found = named.find(({ id }) => id === wanted)
  return found && verbatim(found.title)
}
