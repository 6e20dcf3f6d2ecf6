import { organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { EventFilter } from '#shared/core/documents/event-listing.ts'
import { valueName } from '#shared/core/names.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { emergenceNames, listingWords as words } from '../words/listing-words.ts'

/** Which events a listing has, in one line; that nothing narrows it is said as well. */
export function filterText(filter: EventFilter): LocalizedText {
  const { serious, atLeastGrade, relation, emergence, organClass, cohort, from, to } = filter
  const parts = [
    named(words.seriousness, serious && valueName(serious)),
    named(words.atLeastGrade, atLeastGrade === undefined ? undefined : verbatim(String(atLeastGrade))),
    named(
      words.relationToProduct,
      relation && (relation === 'not_assessed' ? words.notJudged : valueName(relation)),
    ),
    named(words.emergence, emergence && emergenceNames[emergence]),
    named(words.organClass, organClass && organClasses[organClass]),
    named(words.cohort, cohort === undefined ? undefined : verbatim(cohort)),
    named(words.onsetFrom, from && verbatim(from)),
    named(words.onsetTo, to && verbatim(to)),
  ].flat()
  if (parts.length === 0) return words.noFilter
  return {
    en: parts.map(({ en }) => en).join('; '),
    'zh-CN': parts.map(part => part['zh-CN']).join('；'),
  }
}

function named(name: LocalizedText, value: LocalizedText | undefined): LocalizedText[] {
  if (value === undefined) return []
  return [{ en: `${name.en}: ${value.en}`, 'zh-CN': `${name['zh-CN']}：${value['zh-CN']}` }]
}
