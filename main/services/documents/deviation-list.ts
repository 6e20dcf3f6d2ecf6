import type { QueryContext } from '#main/services/context.ts'
import { deviationList as listedNow } from '#main/services/deviations/listed.ts'
import { todayOf } from '#main/services/signatures/composition.ts'
import { findFactVersion } from '#main/store/fact-repository.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import type { DeviationList, ListedDeviation } from '#shared/core/documents/deviation-list.ts'
import { evidenceOf } from '#shared/core/eligibility/describe.ts'
import type { FactId, PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Deviation } from '#shared/core/schedule/deviation.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { namedCandidate, namedProtocol } from './named.ts'

type Request = Extract<DocumentRequest, { kind: 'deviation_list' }>

interface Filter {
  readonly patientId: PatientId | null
  readonly protocolId: ProtocolId | null
}

/** The deviations as they are listed now, and what the site says about each. */
export function deviationList({ patientId, protocolId }: Request, context: QueryContext): DeviationList {
  const names = new Map(listUsers(context.db).map(({ id, fullName }) => [id, fullName]))
  const deviations = seenDeviations({ patientId, protocolId }, context)
  return {
    kind: 'deviation_list',
    on: todayOf(context),
    candidate: patientId === null ? null : namedCandidate(patientId, protocolId, context.db),
    protocol: protocolId === null ? null : namedProtocol(protocolId, context),
    deviations: deviations.map(deviation => listed(deviation, { names, context })),
  }
}

/** Deviations of one or of all. */
export function seenDeviations({ patientId, protocolId }: Filter, context: QueryContext): Deviation[] {
  return listedNow(patientId ?? undefined, context).filter(
    ({ protocol }) => protocolId === null || protocol === protocolId,
  )
}

interface Telling {
  readonly names: ReadonlyMap<string, string>
  readonly context: QueryContext
}

function listed(deviation: Deviation, { names, context }: Telling): ListedDeviation {
  const { screeningNumber, protocol, kind, on, text, facts, note } = deviation
  const said = note && {
    class: note.class,
    reason: note.reason,
    action: note.action ?? null,
    told: note.told,
    version: note.version,
    enteredAt: note.enteredAt,
    author: names.get(note.author) ?? note.author,
  }
  return {
    ...{ screeningNumber, protocol, kind, on, text },
    facts: facts.flatMap(fact => factWords(fact, context)),
    note: said,
  }
}

/** What a fact says, with its day; nothing for one that was retracted. */
function factWords(id: FactId, { db }: QueryContext): LocalizedText[] {
  const version = findFactVersion(db, id)
  if (version === undefined || version.content === null) return []
  const { text, date } = evidenceOf({ ...version, author: version.authorId, content: version.content })
  return [{ en: `${text.en}, ${date}`, 'zh-CN': `${text['zh-CN']}，${date}` }]
}
