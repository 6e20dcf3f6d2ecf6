import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { ConfigurationSubject } from '#shared/core/signatures/subject.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Row } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { eligibilityWords } from '../words/eligibility-words.ts'
import { configurationWords as words } from '../words/other-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, group, heads, note, pairs, protocolLine, section, TYPE, title } from './parts.ts'
import { readingsTable } from './readings.ts'
import { signatureFrames, signatureRecord } from './signatures.ts'

type Configuration = Extract<DocumentPayload['content'], { kind: 'configuration' }>
type Criterion = NonNullable<ConfigurationSubject['criteria']>['list'][number]

/** How the site reads a protocol, and the criteria that it entered for it. */
export function configurationContent(
  speech: Speech,
  payload: DocumentPayload,
  { subject, seal }: Configuration,
): Content {
  const { protocol, readings, criteria } = subject
  const basis = { definition: protocol.sha256, criteria: criteria?.sha256 }
  return {
    title: words.title,
    about: [`${protocol.id} ${protocol.version}`],
    blocks: sha256 => [
      title(speech, words.title),
      protocolLine(speech, protocol),
      { kind: 'space', height: 4 },
      pairs(speech, entries(speech, subject)),
      ...signatureFrames(speech),
      section(speech, words.readings),
      ...(readings && readings.choices.length > 0
        ? [readingsTable(speech, readings.choices)]
        : [note(speech, words.readingsNone)]),
      section(speech, words.criteria),
      criteria ? criteriaTable(speech, criteria.list) : note(speech, words.criteriaNone),
      ...signatureRecord(speech, seal),
      ...identitySection(speech, payload, sha256, basis),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, { protocol, readings, criteria }: ConfigurationSubject): Entry[] {
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  const none = [speech.label(common.none, { size: TYPE.cell })]
  const open = readings?.choices.filter(({ alternative }) => alternative === null).length ?? 0
  const choices = readings ? `v${readings.version} (${readings.choices.length})` : ''
  const unread =
    open === 0
      ? []
      : [
          speech.label(
            { en: `${open} ${words.open.en}`, 'zh-CN': `${open} ${words.open['zh-CN']}` },
            { size: TYPE.fine, bold: true },
          ),
        ]
  return [
    [common.definition, line(protocol.version)],
    [words.readings, readings ? [...line(choices), ...unread] : none],
    [common.criteria, criteria ? line(`${criteria.protocolVersion} (v${criteria.version})`) : none],
    [words.approvedOn, criteria ? line(criteria.approvedOn) : none],
  ]
}

function criteriaTable(speech: Speech, criteria: readonly Criterion[]): Block {
  const side = (name: Criterion['side'], label: LocalizedText): Row[] => {
    const rows = criteria.filter(criterion => criterion.side === name)
    return rows.length === 0 ? [] : [group(speech, label), ...rows.map(row => criterionRow(speech, row))]
  }
  return {
    kind: 'table',
    columns: [{ share: 6 }, { share: 47 }, { share: 47 }],
    head: heads(speech, [eligibilityWords.number, eligibilityWords.criterion, words.rule]),
    rows: [
      ...side('inclusion', eligibilityWords.inclusion),
      ...side('exclusion', eligibilityWords.exclusion),
    ],
    hasRowNames: true,
  }
}

function criterionRow(speech: Speech, { label, title: name, quote, rule }: Criterion): Row {
  return {
    cells: [
      [literal(label, { size: TYPE.cell, bold: true })],
      [
        ...speech.say(name, { size: TYPE.cell }),
        literal(`“${quote}”`, { size: TYPE.fine, tone: 'soft', before: 1 }),
      ],
      speech.say(rule, { size: TYPE.cell }),
    ],
  }
}
