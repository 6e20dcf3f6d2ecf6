import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { valueName } from '#shared/core/names.ts'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import type { Block } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { causalityWords as words } from '../words/causality-words.ts'
import { common } from '../words/common.ts'
import { eventWords } from '../words/event-words.ts'
import { listingWords } from '../words/listing-words.ts'
import { aidSections } from './causality-aids.ts'
import { judgementSection } from './causality-judgement.ts'
import { questionSection } from './causality-questions.ts'
import type { Content } from './content.ts'
import { factSections } from './eligibility-facts.ts'
import {
  dechallengeSection,
  earlierSection,
  liverSection,
  medicationSection,
  sinceDosesSection,
} from './event-context.ts'
import { eventSection } from './event-entries.ts'
import {
  type AdverseEvent,
  answerText,
  eventOf,
  gradeSection,
  gradeText,
  judgementOf,
  seriousnessSection,
  worstGrade,
} from './event-parts.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, labelled, pairs, protocolLine, TYPE, title } from './parts.ts'
import { signatureFrames, signatureRecord } from './signatures.ts'

type Causality = Extract<DocumentPayload['content'], { kind: 'causality' }>

/** One adverse event with the judgement of its causality, and everything that was shown beside it. */
export function causalityContent(
  speech: Speech,
  payload: DocumentPayload,
  { subject, seal }: Causality,
): Content {
  const { candidate, protocol, event, judgement, context } = subject
  const charted = eventOf(event)
  const basis = { rules: subject.rules, ...(protocol && { definition: protocol.sha256 }) }
  const resting = { facts: [event, judgement, ...subject.facts] }
  return {
    title: words.title,
    about: [
      ...(protocol ? [`${protocol.id} ${protocol.version}`] : []),
      `${candidate.screeningNumber} ${candidate.initials}`,
    ],
    blocks: sha256 => [
      title(speech, words.title),
      ...(protocol ? [protocolLine(speech, protocol)] : []),
      { kind: 'space', height: 4 },
      pairs(speech, entries(speech, subject)),
      { kind: 'space', height: 8 },
      headline(speech, charted, subject),
      ...signatureFrames(speech),
      ...eventSection(speech, charted, subject.onset.studyDay),
      ...gradeSection(speech, charted),
      ...seriousnessSection(speech, charted),
      ...sinceDosesSection(speech, context),
      ...liverSection(speech, context),
      ...medicationSection(speech, context),
      ...earlierSection(speech, context),
      ...dechallengeSection(speech, context),
      ...judgementSection(speech, judgement),
      ...aidSections(speech, subject),
      ...questionSection(speech, subject.questions),
      ...factSections(speech, resting, words.facts),
      ...signatureRecord(speech, seal),
      ...identitySection(speech, payload, sha256, basis),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, subject: CausalitySubject): Entry[] {
  const { candidate, protocol, safety, today } = subject
  const size = TYPE.cell
  const line = (text: string, bold = false) => [literal(text, { size, bold })]
  const say = (text: LocalizedText) => [speech.label(text, { size })]
  return [
    [listingWords.patient, line(`${candidate.screeningNumber}  ${candidate.initials}`, true)],
    [common.definition, protocol ? line(protocol.version) : say(common.none)],
    [common.sex, say(common[candidate.sex])],
    [words.safetyVersion, safety === 0 ? say(words.noSafety) : line(`v${safety}`)],
    [common.birthDate, candidate.birthDate ? line(candidate.birthDate) : say(common.notKnown)],
    [words.reportedOn, line(today)],
  ]
}

/** What happened and what is thought of it, in large letters. */
function headline(speech: Speech, event: AdverseEvent, { judgement }: CausalitySubject): Block {
  const { product, whoUmc } = judgementOf(judgement)
  const worst = worstGrade(event)
  const related = both(valueName(product), valueName(whoUmc.category))
  return {
    kind: 'panel',
    paragraphs: [
      literal(event.term, { size: 13, bold: true, tone: 'accent' }),
      ...labelled(
        speech,
        eventWords.worst,
        worst === undefined ? eventWords.notGraded : gradeText(worst),
        8.6,
      ),
      ...labelled(speech, eventWords.serious, answerText(event.serious), 8.6),
      ...labelled(speech, words.product, related, 8.6),
    ] satisfies Paragraph[],
  }
}

function both(one: LocalizedText, other: LocalizedText): LocalizedText {
  const category = verbatim('WHO-UMC')
  return {
    en: `${one.en} (${category.en}: ${other.en})`,
    'zh-CN': `${one['zh-CN']}（${category['zh-CN']}：${other['zh-CN']}）`,
  }
}
