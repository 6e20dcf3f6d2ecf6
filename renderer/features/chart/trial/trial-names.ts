import { createContext } from 'react'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { LocalizedText } from '#shared/core/text.ts'

/** What the parts of a protocol are called, those of the site among them; undefined for what is not known. */
export interface TrialNaming {
  readonly visit: (protocol: ProtocolId, visit: string) => LocalizedText | undefined
  readonly assessment: (protocol: ProtocolId, assessment: string) => LocalizedText | undefined
  /** An item of the site's checklist, in the words of that version of its schedule. */
  readonly item: (protocol: ProtocolId, version: number, item: string) => LocalizedText | undefined
  readonly cohort: (protocol: ProtocolId, cohort: string) => LocalizedText | undefined
}

/** Facts name visits and assessments by slugs; without a provider above they are shown as such. */
export const TrialNames = createContext<TrialNaming>({
  visit: () => undefined,
  assessment: () => undefined,
  item: () => undefined,
  cohort: () => undefined,
})
