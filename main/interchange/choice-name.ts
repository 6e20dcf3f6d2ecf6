import { ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import { analytes } from '#shared/core/analytes.ts'
import { factNames, outcomeNames, valueName } from '#shared/core/names.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** Names by the values that choose them; what stands further down has the name where two lists share a value. */
const names: ReadonlyMap<string, LocalizedText> = new Map<string, LocalizedText>([
  ...Object.entries(ctcaeEntries).map(([value, { name, chinese }]) => [value, text(name, chinese)] as const),
  ...Object.entries(organClasses),
  ...Object.entries(analytes).map(([value, { name }]) => [value, name] as const),
  ...Object.entries(outcomeNames),
  ...Object.entries(factNames),
])

/** What a value from a list is called. */
export function choiceName(value: string): LocalizedText {
  const known = valueName(value)
  return known.en === value ? (names.get(value) ?? known) : known
}
