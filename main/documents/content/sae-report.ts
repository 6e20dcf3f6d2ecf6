import type { EventCase, SaeReport } from '#shared/core/documents/event-case.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell } from '../layout/blocks.ts'
import { literal, type Speech } from '../speech.ts'
import { caseWords as words } from '../words/case-words.ts'
import { common } from '../words/common.ts'
import { eventWords } from '../words/event-words.ts'
import { caseCausality } from './case-causality.ts'
import { dosesSection, historySection } from './case-exposure.ts'
import { laboratorySection } from './case-laboratory.ts'
import { ageText, reportText } from './case-parts.ts'
import { deadlineSection, reportSection, unblindingSection } from './case-reports.ts'
import type { Content } from './content.ts'
import { changeSection } from './eligibility-facts.ts'
import { medicationSection } from './event-context.ts'
import { eventSection } from './event-entries.ts'
import { eventOf, gradeSection, seriousnessSection } from './event-parts.ts'
import { identitySection, verifySection } from './identity.ts'
import { candidateLine, protocolEntry } from './named.ts'
import { type Entry, listBesidePairs, pairs, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'
import { instantText } from './times.ts'

/** One serious adverse event with all that a sponsor's form usually asks for; blinded. */
export function saeReportContent(speech: Speech, payload: DocumentPayload, report: SaeReport): Content {
  const { candidate, protocol, event, judgement, context } = report
  const charted = eventOf(event)
  const facts = [event, ...(judgement ? [judgement] : [])]
  return {
    title: words.title,
    about: [...(protocol ? [protocol.id] : []), candidate.screeningNumber, report.on],
    blocks: sha256 => [
      title(speech, words.title),
      reportEntries(speech, report),
      section(speech, words.subject),
      subjectEntries(speech, report),
      ...eventSection(speech, charted, report.studyDay),
      ...seriousnessSection(speech, charted),
      ...gradeSection(speech, charted),
      ...dosesSection(speech, report),
      ...laboratorySection(speech, report.laboratory),
      ...medicationSection(speech, context),
      ...historySection(speech, report.history),
      ...caseCausality(speech, report),
      ...unblindingSection(speech, report.unblindings),
      ...reportSection(speech, report.reports),
      ...deadlineSection(speech, report.clocks),
      ...changeSection(speech, { facts }, words.changes),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, protocol ? { definition: protocol.sha256 } : {}),
      ...verifySection(speech),
    ],
  }
}

function reportEntries(speech: Speech, { report, on, event, protocol }: EventCase): Block {
  const size = TYPE.cell
  const { aware } = eventOf(event)
  const said = (text: LocalizedText, bold = false): Cell => [speech.label(text, { size, bold })]
  return listBesidePairs(speech, [
    [words.reportType, said(reportText(report), true)],
    [words.to, said(valueName(report.to))],
    [words.on, [literal(on, { size })]],
    [
      words.aware,
      aware ? [literal(`${instantText(aware.at)}  ${aware.by}`, { size })] : said(words.notEntered, true),
    ],
    protocol ? protocolEntry(speech, protocol) : [common.protocol, said(common.none)],
  ])
}

function subjectEntries(speech: Speech, { candidate, person }: EventCase): Block {
  const size = TYPE.cell
  const said = (text: LocalizedText): Cell => [speech.label(text, { size })]
  const { sex, birthDate, weight } = person
  const entries: Entry[] = [
    [words.subject, [candidateLine(speech, candidate)]],
    [common.sex, said(common[sex])],
    [common.birthDate, birthDate === null ? said(common.notKnown) : [literal(birthDate, { size })]],
    [words.age, said(ageText(person))],
    [
      words.weight,
      weight === null
        ? said(eventWords.notCharted)
        : [literal(`${weight.kg}  (${weight.on.slice(0, 10)})`, { size })],
    ],
  ]
  return pairs(speech, entries)
}
