import type { CivilDate, OffsetDateTime } from '#shared/core/civil-date.ts'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { FactSource } from '#shared/core/facts/fact.ts'
import type { FactId, PatientId, ProtocolId, Sha256, SignatureId, UserId } from '#shared/core/ids.ts'
import type { Role } from '#shared/core/person.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'
import type { SignatureStatus } from '#shared/core/signatures/status.ts'
import type { LocalizedText } from '#shared/core/text.ts'

/** What every export is written from: read once, patient after patient, and never written to. */
export interface SiteData {
  readonly site: { readonly name: string; readonly number: string; readonly timeZone: string }
  readonly training: boolean
  readonly pseudonymised: boolean
  readonly madeAt: OffsetDateTime
  readonly application: { readonly version: string; readonly build: string | null }
  readonly protocols: readonly {
    readonly id: ProtocolId
    readonly version: string
    readonly sha256: Sha256
    readonly title: LocalizedText
  }[]
  /** Everybody whom a record names, also those who left. */
  readonly people: readonly {
    readonly id: UserId
    readonly fullName: string
    readonly loginName: string
    readonly role: Role
  }[]
  /** How many `subjects` yields. */
  readonly count: number
  /** In the order of their screening numbers; each is read when it is asked for. */
  subjects(): Iterable<SubjectData>
}

/** One patient. Where the export is pseudonymised, `birthDate` is the year and what names the person is absent. */
export interface SubjectData {
  readonly id: PatientId
  readonly screeningNumber: string
  readonly sex: 'female' | 'male' | 'unknown'
  readonly birthDate?: string
  readonly registrationDate?: CivilDate
  readonly initials?: string
  readonly fullName?: string
  /** Every version of every fact, oldest first, facts in the order of their ids. */
  readonly facts: readonly FactRecord[]
  readonly signatures: readonly SignatureRecord[]
  readonly deviations: readonly DeviationRecord[]
  /** What each protocol of the export answers today; empty where it has no criteria to ask. */
  readonly screenings: readonly {
    readonly protocol: ProtocolId
    readonly on: CivilDate
    readonly screening: Screening
  }[]
}

/** One version of a fact; `content` null where it was retracted. From version 2 on there is a reason. */
export interface FactRecord {
  readonly id: FactId
  readonly version: number
  readonly enteredAt: OffsetDateTime
  readonly author: UserId
  readonly source: FactSource
  readonly content: FactContent | null
  readonly reason?: string
}

/** A signature as 21 CFR 11.50 wants it shown: who, when, what it means. */
export interface SignatureRecord {
  readonly id: SignatureId
  readonly kind: string
  readonly protocol: ProtocolId | null
  /** The adverse event that it judges. */
  readonly event: FactId | null
  readonly meaning: Meaning
  readonly statement: LocalizedText
  readonly signer: UserId
  readonly fullName: string
  readonly role: Role
  readonly signedAt: OffsetDateTime
  readonly status: SignatureStatus
}

/** A departure from the protocol, with what the site says about it. */
export interface DeviationRecord {
  readonly id: string
  readonly protocol: ProtocolId
  readonly on: string
  readonly kind: string
  readonly text: LocalizedText
  readonly class: string | null
  readonly reason: string | null
  readonly action: string | null
}
