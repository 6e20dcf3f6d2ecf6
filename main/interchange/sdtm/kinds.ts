import type { FactKind } from '#shared/core/facts/content.ts'
import type { DomainCode } from './domains.ts'
import { examinationKinds } from './examination-kinds.ts'
import { historyKinds } from './history-kinds.ts'
import { judgementKinds } from './judgement-kinds.ts'
import type { KindDefinition } from './kind-definition.ts'
import { treatmentKinds } from './treatment-kinds.ts'

/** The kinds that stand in SDTM by a definition; the others are written by a function of their own. */
export const definitions = {
  ...historyKinds,
  ...treatmentKinds,
  ...examinationKinds,
  ...judgementKinds,
} as const satisfies Partial<Readonly<Record<FactKind, KindDefinition>>>

/** Where the kinds without a definition stand, and what they are called where only their absence is told. */
const written = {
  laboratory: { domain: 'LB', topic: 'LABORATORY TEST' },
  pregnancy_test: { domain: 'LB', topic: 'PREGNANCY TEST' },
  adverse_event: { domain: 'AE', topic: 'ADVERSE EVENT' },
  consent: { domain: 'DS', topic: 'INFORMED CONSENT' },
  enrolment: { domain: 'DS', topic: 'ENROLMENT' },
  death: { domain: 'DS', topic: 'DEATH' },
  unblinding: { domain: 'DS', topic: 'EMERGENCY UNBLINDING' },
  visit: { domain: 'SV', topic: 'VISIT' },
  dose_checklist: { domain: 'QS', topic: 'CHECKLIST BEFORE A DOSE' },
} as const satisfies Partial<Readonly<Record<FactKind, Pick<KindDefinition, 'domain' | 'topic'>>>>

/** Where each kind of fact stands, and what it is called there. */
export const kinds: Readonly<Record<FactKind, { readonly domain: DomainCode; readonly topic: string }>> = {
  ...definitions,
  ...written,
}
