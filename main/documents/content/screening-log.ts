import type { DocumentPayload, ScreeningLog } from '#shared/core/documents/payload.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import { literal, type Speech } from '../speech.ts'
import { common } from '../words/common.ts'
import { verdictNames } from '../words/eligibility-words.ts'
import { statusNames, logWords as words } from '../words/other-words.ts'
import type { Content } from './content.ts'
import { identitySection, verifySection } from './identity.ts'
import { type Entry, heads, list, note, section, TYPE, title } from './parts.ts'
import { signatureFrames } from './signatures.ts'
import { instantText } from './times.ts'

type Candidate = ScreeningLog['candidates'][number]
type Answer = Candidate['answers'][number]

/** Everybody who was screened, by number and initials, with each protocol's answer and what was signed. */
export function screeningLogContent(speech: Speech, payload: DocumentPayload, log: ScreeningLog): Content {
  return {
    title: words.title,
    about: [...log.protocols.map(({ id }) => id), log.on],
    isLandscape: true,
    blocks: sha256 => [
      title(speech, words.title),
      list(speech, entries(speech, log)),
      section(speech, words.candidates),
      log.candidates.length === 0 ? note(speech, words.candidatesNone) : table(speech, log),
      ...signatureFrames(speech),
      ...identitySection(speech, payload, sha256, {}),
      ...verifySection(speech),
    ],
  }
}

function entries(speech: Speech, { on, protocols, candidates }: ScreeningLog): Entry[] {
  const line = (text: string) => [literal(text, { size: TYPE.cell })]
  return [
    [words.on, line(on)],
    ...protocols.map(({ id, version, title: name }): Entry => {
      const id_ = { text: `${id} ${version}  `, bold: true, size: TYPE.cell }
      return [
        common.protocol,
        [{ spans: [id_, ...speech.spans(name, { size: TYPE.cell })], size: TYPE.cell }],
      ]
    }),
    [words.candidates, line(String(candidates.length))],
  ]
}

function table(speech: Speech, { protocols, candidates }: ScreeningLog): Block {
  const names = [words.number, common.initials, common.sex, words.born, words.registration]
  return {
    kind: 'table',
    columns: [
      { share: 11 },
      { share: 8 },
      { share: 6.5 },
      { share: 9 },
      { share: 9.5 },
      ...protocols.map(() => ({ share: 56 / Math.max(1, protocols.length) })),
    ],
    head: [
      ...heads(speech, names),
      ...protocols.map(({ id }) => [literal(id, { size: TYPE.head, bold: true })]),
    ],
    rows: candidates.map(candidate => candidateRow(speech, candidate, protocols)),
    hasRowNames: true,
  }
}

function candidateRow(speech: Speech, candidate: Candidate, protocols: ScreeningLog['protocols']): Row {
  const size = TYPE.cell
  const { screeningNumber, initials, sex, birthDate, registrationDate, answers } = candidate
  return {
    cells: [
      [literal(screeningNumber, { size, bold: true })],
      [literal(initials, { size })],
      [speech.label(common[sex], { size })],
      [literal(birthDate ?? '–', { size })],
      [literal(registrationDate ?? '–', { size })],
      ...protocols.map(({ id }) =>
        answerCell(
          speech,
          answers.find(({ protocol }) => protocol === id),
        ),
      ),
    ],
  }
}

function answerCell(speech: Speech, answer: Answer | undefined): Cell {
  if (answer === undefined) return [speech.label(words.notScreened, { size: TYPE.cell, tone: 'soft' })]
  return [
    speech.label(verdictText(answer), { size: TYPE.cell, bold: true }),
    ...speech.say(answer.statement, { size: TYPE.fine }),
    ...decisionLines(speech, answer.decision),
  ]
}

function verdictText({ verdict, projected }: Answer): LocalizedText {
  const name = verdictNames[verdict]
  if (!projected) return name
  return {
    en: `${name.en} (${words.projected.en})`,
    'zh-CN': `${name['zh-CN']}（${words.projected['zh-CN']}）`,
  }
}

function decisionLines(speech: Speech, decision: Answer['decision']): Paragraph[] {
  if (decision === null) return [speech.label(words.notSigned, { size: TYPE.fine, tone: 'soft', before: 1 })]
  const verdict = verdictNames[decision.verdict]
  const status = statusNames[decision.status]
  const by = `${decision.signer}, ${instantText(decision.signedAt)}`
  const text = {
    en: `${words.signed.en}: ${verdict.en} ${words.for.en} ${decision.on}, ${by} – ${status.en}`,
    'zh-CN': `${words.signed['zh-CN']}：${verdict['zh-CN']}（${words.for['zh-CN']} ${decision.on}），${by}，${status['zh-CN']}`,
  }
  return speech.say(text, { size: TYPE.fine, before: 1, bold: decision.status !== 'current' })
}
