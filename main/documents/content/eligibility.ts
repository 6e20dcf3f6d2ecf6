import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import type { EdgeCriterion, EligibleRange, Outcome } from '#shared/core/eligibility/verdict.ts'
import { outcomeNames } from '#shared/core/names.ts'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { headlines, verdictNames, eligibilityWords as words } from '../words/eligibility-words.ts'
import type { Content } from './content.ts'
import { criteriaSection } from './eligibility-criteria.ts'
import { factSections } from './eligibility-facts.ts'
import { identitySection, verifySection } from './identity.ts'
import { heads, labelled, note, pairs, protocolLine, section, TYPE, title } from './parts.ts'
import { readingsTable } from './readings.ts'
import { signatureFrames, signatureRecord } from './signatures.ts'

type Eligibility = Extract<DocumentPayload['content'], { kind: 'eligibility' }>

/** Whether one candidate may be registered for one protocol: the decision, and everything that it rests on. */
export function eligibilityContent(
  speech: Speech,
  payload: DocumentPayload,
  { subject, seal }: Eligibility,
): Content {
  const { candidate, protocol, criteria } = subject
  const basis = { rules: subject.rules, definition: protocol.sha256, criteria: criteria?.sha256 }
  return {
    title: words.title,
    about: [`${protocol.id} ${protocol.version}`, `${candidate.screeningNumber} ${candidate.initials}`],
    blocks: sha256 => [
      title(speech, words.title),
      protocolLine(speech, protocol),
      { kind: 'space', height: 4 },
      pairs(speech, subjectEntries(speech, subject)),
      { kind: 'space', height: 8 },
      decision(speech, subject),
      ...signatureFrames(speech),
      ...criteriaSection(speech, subject),
      ...conflicts(speech, subject),
      ...intervals(speech, subject),
      ...factSections(speech, subject, words.facts),
      ...readings(speech, subject),
      ...signatureRecord(speech, seal),
      ...identitySection(speech, payload, sha256, basis),
      ...verifySection(speech),
    ],
  }
}

function subjectEntries(speech: Speech, subject: EligibilitySubject): (readonly [LocalizedText, Cell])[] {
  const { candidate, protocol, criteria, screening } = subject
  const line = (text: string, bold = false) => [literal(text, { size: TYPE.cell, bold })]
  const say = (text: LocalizedText) => [speech.label(text, { size: TYPE.cell })]
  return [
    [common.candidate, line(`${candidate.screeningNumber}  ${candidate.initials}`, true)],
    [common.definition, line(protocol.version)],
    [common.sex, say(common[candidate.sex])],
    [common.criteria, criteria ? criteriaCell(speech, criteria) : say(common.none)],
    [common.birthDate, candidate.birthDate ? line(candidate.birthDate) : say(common.notKnown)],
    [words.lastEntry, screening.lastEntryOn ? line(screening.lastEntryOn) : say(common.none)],
    [words.decidedFor, line(subject.on, true)],
    [words.decidedOn, line(subject.today)],
  ]
}

function criteriaCell(speech: Speech, criteria: NonNullable<EligibilitySubject['criteria']>): Cell {
  const { protocolVersion, approvedOn, version } = criteria
  const approved = speech.spans(common.approvedOn, { tone: 'soft', size: TYPE.fine })
  return [
    literal(`${protocolVersion} (v${version})`, { size: TYPE.cell }),
    { spans: [...approved, { text: ` ${approvedOn}`, tone: 'soft' }], size: TYPE.fine },
  ]
}

function decision(speech: Speech, subject: EligibilitySubject): Block {
  const { verdict, criteria, statement } = subject.screening
  const named = (label: LocalizedText, ...outcomes: Outcome[]): Paragraph[] => {
    const which = criteria.filter(({ outcome }) => outcomes.includes(outcome))
    if (which.length === 0) return []
    const each = which.map(({ label: number, title: { en, 'zh-CN': zh } }) => ({
      en: `${number} ${en}`,
      'zh-CN': `${number} ${zh}`,
    }))
    const text = {
      en: each.map(({ en }) => en).join('; '),
      'zh-CN': each.map(part => part['zh-CN']).join('；'),
    }
    return labelled(speech, label, text, 8.6)
  }
  return {
    kind: 'panel',
    paragraphs: [
      speech.label(headlines[verdict], { size: 15, bold: true, tone: 'accent' }),
      ...named(words.failing, 'violated'),
      ...(verdict === 'undetermined' ? named(words.open, 'unknown', 'needs_judgement') : []),
      ...coversText(speech, subject),
      ...(verdict === 'ineligible'
        ? []
        : speech.say(statement, { size: TYPE.cell, tone: 'soft', before: 3 })),
    ],
  }
}

function coversText(speech: Speech, { covers, screening }: EligibilitySubject): Paragraph[] {
  if (covers === null) {
    return screening.verdict === 'ineligible' ? speech.say(words.coversNothing, { size: 8, before: 2 }) : []
  }
  const to = covers.to ?? null
  const end = (language: keyof LocalizedText) => to ?? words.openEnd[language]
  const days = {
    en: `${covers.from} to ${end('en')}, ${words.bothIncluded.en}`,
    'zh-CN': `${covers.from} 至 ${end('zh-CN')}（${words.bothIncluded['zh-CN']}）`,
  }
  return labelled(speech, words.covers, days, 9)
}

function conflicts(speech: Speech, { screening }: EligibilitySubject): Block[] {
  if (screening.conflicts.length === 0) return []
  const lines = screening.conflicts.flatMap(({ text }) => speech.say(text, { size: TYPE.cell, bold: true }))
  return [section(speech, words.conflicts), { kind: 'text', paragraphs: lines }]
}

function intervals(speech: Speech, { screening }: EligibilitySubject): Block[] {
  const spans = screening.verdicts.map(
    ({ from, to, verdict }): Row => ({
      cells: [day(from), day(to), speech.say(verdictNames[verdict], { size: TYPE.cell })],
    }),
  )
  return [
    section(speech, words.intervals),
    ...(screening.eligible.length === 0
      ? [note(speech, words.intervalsNone)]
      : [rangesTable(speech, screening.eligible)]),
    { kind: 'space', height: 6 },
    {
      kind: 'table',
      columns: [{ share: 16 }, { share: 16 }, { share: 68 }],
      head: heads(speech, [common.from, common.to, words.verdict]),
      rows: spans,
    },
  ]
}

function rangesTable(speech: Speech, ranges: readonly EligibleRange[]): Block {
  return {
    kind: 'table',
    columns: [{ share: 16 }, { share: 16 }, { share: 34 }, { share: 34 }],
    head: heads(speech, [common.from, common.to, words.opens, words.closes]),
    rows: ranges.map(({ from, to, projectedFrom, openedBy, closedBy }) => ({
      cells: [
        day(from),
        [...day(to), ...(projectedFrom ? [projected(speech, projectedFrom)] : [])],
        edges(speech, openedBy),
        edges(speech, closedBy),
      ],
    })),
  }
}

function projected(speech: Speech, from: string): Paragraph {
  const label = speech.spans(words.projectedFrom, { tone: 'soft', size: TYPE.fine })
  return { spans: [...label, { text: ` ${from}`, tone: 'soft' }], size: TYPE.fine }
}

function day(date: string | null): Paragraph[] {
  return [date === null ? literal('…', { size: TYPE.cell }) : literal(date, { size: TYPE.cell })]
}

function edges(speech: Speech, criteria: readonly EdgeCriterion[]): Cell {
  return criteria.flatMap(({ label, outcome, why }) => {
    const said = outcomeNames[outcome]
    const text = {
      en: `${label} ${said.en}: ${why.en}`,
      'zh-CN': `${label} ${said['zh-CN']}：${why['zh-CN']}`,
    }
    return speech.say(text, { size: TYPE.fine })
  })
}

function readings(speech: Speech, { readings: chosen, configuration }: EligibilitySubject): Block[] {
  if (chosen.choices.length === 0) return []
  const under = {
    en: `${words.readingsUnder.en} ${configuration} (v${chosen.version}).`,
    'zh-CN': `${words.readingsUnder['zh-CN']} ${configuration}（v${chosen.version}）。`,
  }
  return [
    section(speech, words.readings),
    note(speech, under),
    { kind: 'space', height: 3 },
    readingsTable(speech, chosen.choices),
  ]
}
