import type { QueryContext } from '#main/services/context.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import type { DocumentId, FactId, PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import type { Blocker, BlockerCode } from '#shared/core/signatures/blocker.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'

/** What a signature would be put under now, and what stands in its way. */
export interface Composition {
  /** Null where it cannot even be composed; something stands in the way then. */
  readonly subject: Subject | null
  readonly blockers: readonly Blocker[]
  readonly meanings: readonly Meaning[]
  /** Where the signature is kept. */
  readonly place: {
    readonly patientId: PatientId | null
    readonly protocolId: ProtocolId | null
    readonly of: SignatureId | null
    /** The adverse event whose causality is judged. */
    readonly event?: FactId
    /** The document that takes it as a further revision; null where it makes a new one. */
    readonly document: DocumentId | null
  }
}

/** A blocker where something is wrong, else nothing; `about` in the order given, each once. */
export function blockedIf(
  isWrong: boolean,
  code: BlockerCode,
  about: readonly string[] = [],
): readonly Blocker[] {
  return isWrong ? [{ code, about: [...new Set(about)] }] : []
}

/** The day on the site's calendar. */
export function todayOf({ session, now }: Pick<QueryContext, 'session' | 'now'>): CivilDate {
  return localDateOf(session.clock.render(now()))
}
