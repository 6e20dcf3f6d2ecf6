import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import type { EventLine, EventListing } from '#shared/core/documents/event-listing.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { listingWords as words } from '../words/listing-words.ts'
import type { Content } from './content.ts'
import { filterText } from './event-filter.ts'
import { eventRow } from './event-row.ts'
import { identitySection, verifySection } from './identity.ts'
import { candidateLine, protocolEntry } from './named.ts'
import { type Entry, footnote, heads, list, note, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'

/** Adverse events line by line, with the filters that chose them; blinded. */
export function eventListingContent(
  speech: Speech,
  payload: DocumentPayload,
  listing: EventListing,
): Content {
  const { candidate, protocol, on } = listing
  return {
    title: words.title,
    about: [...(candidate ? [candidate.screeningNumber] : []), ...(protocol ? [protocol.id] : []), on],
    isLandscape: true,
    blocks: sha256 => [
      title(speech, words.title),
      list(speech, entries(speech, listing)),
      section(speech, words.list),
      ...table(speech, listing.events),
      footnote(speech, words.note),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, protocol ? { definition: protocol.sha256 } : {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, listing: EventListing): Entry[] {
  const size = TYPE.cell
  const { on, candidate, protocol, filter } = listing
  return [
    [words.on, [literal(on, { size })]],
    [words.about, candidate ? [candidateLine(speech, candidate)] : [speech.label(words.everybody, { size })]],
    protocol
      ? protocolEntry(speech, protocol)
      : [common.protocol, [speech.label(words.everyProtocol, { size })]],
    [words.filter, speech.say(filterText(filter), { size })],
    [words.count, speech.say(countText(listing), { size })],
  ]
}

function countText({ events, outOf }: EventListing): LocalizedText {
  const serious = events.filter(({ content }) => isSerious(content)).length
  const patients = new Set(events.map(({ screeningNumber }) => screeningNumber)).size
  return {
    en: `${events.length} of ${outOf}; ${serious} serious; ${patients} ${patients === 1 ? 'patient' : 'patients'}`,
    'zh-CN': `${events.length} 例次（共 ${outOf} 例次）；严重 ${serious} 例次；受试者 ${patients} 例`,
  }
}

function table(speech: Speech, events: readonly EventLine[]): Block[] {
  if (events.length === 0) return [note(speech, words.none)]
  const shares = [3.5, 9, 17, 12.5, 9.5, 6.5, 10.5, 12.5, 8, 8, 8, 9.5]
  const names = [
    ...[words.number, words.patient, words.event, words.onset, words.since, words.grade],
    ...[words.seriousness, words.relation, words.action, words.outcome, words.expected, words.reports],
  ]
  return [
    {
      kind: 'table',
      columns: shares.map(share => ({ share })),
      head: heads(speech, names),
      rows: events.map((event, index) => eventRow(speech, event, index + 1)),
      hasRowNames: true,
    },
  ]
}
