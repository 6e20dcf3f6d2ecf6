import type { Complication } from '#shared/core/adverse-events/complications.ts'
import { CtcaeName, ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import type { Language } from '#shared/core/text.ts'
import type { Values } from '../../chart/form/typed-values.ts'

/** A term of CTCAE as the screen's language calls it. */
export function ctcaeText(name: CtcaeName, language: Language): string {
  const { name: english, chinese } = ctcaeEntries[name]
  return language === 'en' ? english : chinese
}

/** The term that is called exactly so in either language. */
export function ctcaeCalled(text: string): CtcaeName | undefined {
  const wanted = text.trim().toLowerCase()
  return CtcaeName.options.find(name => namesOf(name).some(one => one.toLowerCase() === wanted))
}

/** Whether every word of a search stands in one of the names of a term. */
function isCtcaeFound(name: CtcaeName, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = namesOf(name).join(' ').toLowerCase()
  return words.every(word => text.includes(word))
}

/** Terms that a search finds, those first whose name it is, then those whose name begins with it. */
export function ctcaeFound(search: string): readonly CtcaeName[] {
  const wanted = search.trim().toLowerCase()
  const rank = (name: CtcaeName) => {
    const names = namesOf(name).map(one => one.toLowerCase())
    if (names.includes(wanted)) return 0
    return names.some(one => one.startsWith(wanted)) ? 1 : 2
  }
  const found = CtcaeName.options.filter(name => isCtcaeFound(name, search))
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * What typing the term as reported changes. A name of CTCAE is its own code; words added to it leave the code, and
 * another term takes away a code that came from the name before it, but never one that somebody chose.
 */
export function retermed(values: Values, term: string): Values {
  const called = ctcaeCalled(term)
  if (called !== undefined) return { term, ctcae: called }
  const before = ctcaeCalled(values['term'] ?? '')
  const isFromName = before !== undefined && before === values['ctcae']
  const keepsName = before !== undefined && namesOf(before).some(name => contains(term, name))
  return isFromName && !keepsName ? { term, ctcae: '' } : { term }
}

function namesOf(name: CtcaeName): readonly string[] {
  const { name: english, chinese } = ctcaeEntries[name]
  return [english, chinese]
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}

/** Terms that name a complication, or can: which of them an event was is the investigator's to say. */
const complicationOf: Readonly<Partial<Record<CtcaeName, Complication>>> = {
  esophageal_varices_hemorrhage: 'variceal_bleeding',
  gastric_hemorrhage: 'variceal_bleeding',
  upper_gastrointestinal_hemorrhage: 'variceal_bleeding',
  sepsis: 'sepsis',
  encephalopathy: 'hepatic_encephalopathy',
  acute_kidney_injury: 'hepatorenal_syndrome',
  creatinine_increased: 'hepatorenal_syndrome',
  ascites: 'ascites',
  peritoneal_infection: 'spontaneous_peritonitis',
}

/** The complication that a coded term makes one ask for; undefined where it makes none. */
export function complicationAsked(ctcae: string | undefined): Complication | undefined {
  const name = CtcaeName.safeParse(ctcae).data
  return name && complicationOf[name]
}
