import type { FactRecord, SiteData, SubjectData } from '#main/interchange/site-data.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactSource } from '#shared/core/facts/fact.ts'
import { FactId, PatientId, ProtocolId, SignatureId, UserId } from '#shared/core/ids.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { chartedSite } from './charted-site.ts'

const AUTHOR = UserId.parse('user-1')
const OTHER = UserId.parse('user-2')
const SHA256 = 'b'.repeat(64)

/** A fact through its versions, a day apart; null retracts it. The second person makes every change. */
export function history(id: string, ...contents: readonly (object | null)[]): FactRecord[] {
  return contents.map((content, index) => ({
    id: FactId.parse(id),
    version: index + 1,
    enteredAt: OffsetDateTime.parse(`2026-11-${10 + index}T09:00:00+08:00`),
    author: index === 0 ? AUTHOR : OTHER,
    source: FactSource.parse({ kind: 'file', name: '11月 results.csv', sha256: SHA256, row: 7 }),
    content: content === null ? null : FactContent.parse(content),
    ...(index > 0 && { reason: `Compared with the report <${index}>\n& corrected` }),
  }))
}

/** A patient with everything that an export can hold, under their name; `facts` are theirs. */
export function namedSubject(facts: readonly FactRecord[], more: Partial<SubjectData> = {}): SubjectData {
  return {
    id: PatientId.parse('patient-1'),
    screeningNumber: 'S-"1" & 2',
    sex: 'female',
    birthDate: '1966-03-14',
    initials: 'LH',
    fullName: '李华',
    facts,
    signatures: [],
    deviations: [],
    screenings: [],
    ...more,
  }
}

/** A signature that stands, and a departure from the protocol that was explained in part. */
export const conducted: Pick<SubjectData, 'signatures' | 'deviations'> = {
  signatures: [
    {
      id: SignatureId.parse('signature-1'),
      kind: 'causality',
      protocol: null,
      event: FactId.parse('ae-1'),
      meaning: 'causality_assessment',
      statement: meanings.causality_assessment.statement,
      signer: AUTHOR,
      fullName: 'Chen Wei',
      role: 'principal_investigator',
      signedAt: OffsetDateTime.parse('2026-11-20T10:00:00+08:00'),
      status: 'current',
    },
  ],
  deviations: [
    {
      id: 'visit:week-4',
      protocol: ProtocolId.parse('NCT05106972'),
      on: '2026-11-12',
      kind: 'visit_outside_window',
      text: { en: 'Week 4 was two days late', 'zh-CN': '第4周访视晚2天' },
      class: 'minor',
      reason: 'Holiday',
      action: null,
    },
  ],
}

/** A site with these subjects, and the two people who charted them. */
export function siteOf(subjects: readonly SubjectData[], changes: Partial<SiteData> = {}): SiteData {
  return chartedSite([], {
    pseudonymised: false,
    people: [
      { id: AUTHOR, fullName: 'Chen Wei', loginName: 'chen', role: 'principal_investigator' },
      { id: OTHER, fullName: 'Zhou Min', loginName: 'zhou', role: 'coordinator' },
    ],
    count: subjects.length,
    subjects: () => subjects,
    ...changes,
  })
}

/** The only file of an export as bytes. */
export function bytesOf(files: Iterable<{ readonly chunks: Iterable<string | Uint8Array> }>): Uint8Array {
  const [file] = [...files].map(({ chunks }) => [...chunks].map(chunk => Buffer.from(chunk)))
  return Buffer.concat(file ?? [])
}
