import type { DayNumber } from '../civil-date.ts'
import { evidenceOf } from '../eligibility/describe.ts'
import type { FactContent, FactContentOf } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { earliestDay } from './as-of.ts'
import type { Complication } from './complications.ts'
import type { CausalityContext } from './context.ts'
import { type CtcaeName, ctcaeEntries } from './ctcae-entries.ts'
import type { EventContent, EventFact } from './event-source.ts'

type Episode = CausalityContext['earlier'][number]

/** What charts the same illness as a complication, beside adverse events. */
const charted: Readonly<Record<Complication, (content: FactContent) => boolean>> = {
  variceal_bleeding: content =>
    content.kind === 'upper_gi_bleeding' || isDecompensation(content, 'variceal_bleeding'),
  sepsis: ({ kind }) => kind === 'infection',
  hepatic_encephalopathy: content =>
    content.kind === 'hepatic_encephalopathy' || isDecompensation(content, 'encephalopathy'),
  hepatorenal_syndrome: () => false,
  ascites: content => content.kind === 'paracentesis' || isDecompensation(content, 'ascites'),
  spontaneous_peritonitis: ({ kind }) => kind === 'spontaneous_peritonitis',
}

/** Terms of CTCAE that speak of a complication. */
const complicationOf: Readonly<Partial<Record<CtcaeName, Complication>>> = {
  ascites: 'ascites',
  esophageal_varices_hemorrhage: 'variceal_bleeding',
  gastric_hemorrhage: 'variceal_bleeding',
  upper_gastrointestinal_hemorrhage: 'variceal_bleeding',
  sepsis: 'sepsis',
  peritoneal_infection: 'spontaneous_peritonitis',
  encephalopathy: 'hepatic_encephalopathy',
}

/**
 * Episodes of the same kind that began, or may have begun, before `day`: before the first dose, or where there was none
 * before onset.
 */
export function earlierEpisodes(
  event: EventFact,
  day: DayNumber,
  { facts, siteDay }: { readonly facts: readonly Fact[]; readonly siteDay: SiteDay },
): Episode[] {
  return facts
    .filter(({ id, content }) => id !== event.id && isAlike(content, event.content))
    .filter(({ content }) => earliestDay(content, siteDay) < day)
    .map(fact => {
      const { fact: id, text, date } = evidenceOf(fact)
      return { fact: id, text, when: date }
    })
}

function isAlike(content: FactContent, event: EventContent): boolean {
  const complication = complicationIn(event)
  if (complication !== undefined && charted[complication](content)) return true
  if (content.kind === 'medical_history') return namesOf(event).has(plain(content.term))
  if (content.kind !== 'adverse_event') return false
  if (complication !== undefined && complicationIn(content) === complication) return true
  return [...namesOf(content)].some(name => namesOf(event).has(name))
}

function complicationIn({ complication, ctcae }: EventContent): Complication | undefined {
  return complication ?? (ctcae && complicationOf[ctcae])
}

/** Every name of an event, in either language, as they are compared. */
function namesOf({ term, ctcae }: EventContent): ReadonlySet<string> {
  const entry = ctcae && ctcaeEntries[ctcae]
  return new Set([term, ...(entry ? [entry.name, entry.chinese] : [])].map(plain))
}

function plain(term: string): string {
  return term.trim().toLowerCase()
}

function isDecompensation(
  content: FactContent,
  manifestation: FactContentOf<'decompensation'>['manifestation'],
): boolean {
  return content.kind === 'decompensation' && content.manifestation === manifestation
}
