import { CivilDate, dateOf, dayOf, OffsetDateTime } from '#shared/core/civil-date.ts'
import { NonNegativeDecimalText as DecimalText } from '#shared/core/decimal.ts'
import type {
  DocumentContent,
  DocumentLanguage,
  DocumentPayload,
  ScreeningLog,
  TrailExtract,
} from '#shared/core/documents/payload.ts'
import { indexChart, type PreparedProtocol, type Screening, screen } from '#shared/core/eligibility/index.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { DocumentId, PatientId, Sha256, SignatureId, Slug, UserId } from '#shared/core/ids.ts'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import { ReadingsFile } from '#shared/core/protocol/reading.ts'
import { conditionWords } from '#shared/core/protocol/words.ts'
import { type Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import type { ConfigurationSubject, EligibilitySubject, UsedFact } from '#shared/core/signatures/subject.ts'
import { prepared, preparedSecond } from './protocols.ts'
import { sampleChart, sampleFile, sampleReadings } from './sample-file.ts'

const TODAY = CivilDate.parse('2026-11-20')
const AT = OffsetDateTime.parse('2026-11-20T15:42:07+08:00')
const hash = (digit: string) => Sha256.parse(digit.repeat(64))

const siteReadings = () =>
  ReadingsFile.parse(JSON.parse(sampleFile('nct07413549-training-readings.json'))).readings

/** The fingerprint of a site certificate that does not exist. */
const AUTHORITY = Sha256.parse('3f9a1c7e'.repeat(8))

interface Options {
  readonly language?: DocumentLanguage
  /** Not signed yet. */
  readonly isPreview?: boolean
  readonly training?: boolean
}

/** A decision on a candidate of the sample site: eligible (`TR-001`), or not (`TR-027`). */
export function eligibilityPayload(
  which: 'eligible' | 'not_eligible' = 'eligible',
  { isPreview = false, ...options }: Options = {},
): DocumentPayload {
  const name = which === 'eligible' ? 'tr-001-eligible' : 'tr-027-alcohol-and-father'
  const subject = eligibilitySubject(name, prepared(sampleReadings()), options.training)
  const meaning = which === 'eligible' ? 'eligibility_approval' : 'screen_failure'
  return payloadOf({ kind: 'eligibility', subject, seal: isPreview ? null : sealOf(meaning) }, options)
}

/** The same under the criteria that an invented site entered. */
export function siteCriteriaPayload(options: Options = {}): DocumentPayload {
  const chosen = siteReadings()
  const subject = eligibilitySubject('tr-001-eligible', preparedSecond(chosen), options.training)
  return payloadOf({ kind: 'eligibility', subject, seal: sealOf('eligibility_approval') }, options)
}

/** The readings of a protocol and the criteria that the invented site entered for it, as approved together. */
export function configurationPayload({ isPreview = false, ...options }: Options = {}): DocumentPayload {
  const chosen = siteReadings()
  const protocol = preparedSecond(chosen)
  const { definition, sha256 } = protocol.protocol
  const { criteria } = eligibilitySubject('tr-001-eligible', protocol, options.training)
  const subject: ConfigurationSubject = {
    kind: 'configuration',
    protocol: { id: definition.id, version: definition.version, sha256, title: definition.title },
    readings: { version: 1, choices: choicesOf(protocol) },
    criteria: criteria && {
      ...criteria,
      list: protocol.criteria.map(part => ruleOf(part.criterion, protocol)),
    },
    training: options.training ?? true,
  }
  const seal = isPreview ? null : sealOf('configuration_approval')
  return payloadOf({ kind: 'configuration', subject, seal }, options)
}

/** The screening log of the invented site: `copies` times its candidates, each under a number of its own. */
export function screeningLogPayload(options: Options & { readonly copies?: number } = {}): DocumentPayload {
  const chosen = siteReadings()
  const protocols = [prepared(sampleReadings()), preparedSecond(chosen)]
  const names = [
    'tr-001-eligible',
    'tr-012-birth-year-only',
    'tr-014-new-referral',
    'tr-027-alcohol-and-father',
  ]
  const candidates = Array.from({ length: options.copies ?? 1 }).flatMap((_, copy) =>
    names.map(name => logCandidate(name, protocols, copy)),
  )
  const titles = protocols.map(({ protocol: { definition, sha256 } }) => {
    const { id, version, title } = definition
    return { id, version, sha256, title }
  })
  return payloadOf({ kind: 'screening_log', on: TODAY, protocols: titles, candidates }, options)
}

/** An extract of a trail of `count` entries. */
export function trailPayload(options: Options & { readonly count?: number } = {}): DocumentPayload {
  const entries = Array.from({ length: options.count ?? 12 }, (_, index) => trailLine(index))
  return payloadOf(
    {
      kind: 'trail_extract',
      candidate: { patientId: PatientId.parse('patient-1'), screeningNumber: 'TR-001', initials: 'ZWM' },
      from: null,
      to: TODAY,
      entries,
      verification: { entries: 1935, head: hash('c'), problems: [] },
    },
    options,
  )
}

/** The page of a site certificate that does not exist. */
export function certificatePayload(options: Options = {}): DocumentPayload {
  return payloadOf(
    {
      kind: 'site_certificate',
      subject: 'CN=Lantern Bay Liver Centre 灯塔湾肝病中心, O=Site TRAINING-00',
      serial: '51f0c2a9de734b8890117c5522e6a4b0',
      sha256: AUTHORITY,
      validFrom: '2026-11-01T00:00:00Z',
      validTo: '2076-11-01T00:00:00Z',
      certificate: 'AAAA',
    },
    options,
  )
}

/** A payload around any content, as the invented site would make it. */
export function payloadOf(
  content: DocumentContent,
  { language = 'en', training = true }: Options = {},
): DocumentPayload {
  return {
    schema: 'lobule.document/1',
    id: DocumentId.parse('0199f3a2-7c41-7b3e-9d55-4f0a6be1c2d3'),
    language,
    createdAt: AT,
    createdBy: { fullName: '沈知远 Shen Zhiyuan', role: 'principal_investigator' },
    site: {
      name: 'Lantern Bay Liver Centre 灯塔湾肝病中心 (invented, for training)',
      number: 'TRAINING-00',
      timeZone: 'Asia/Shanghai',
    },
    training,
    application: { version: '0.1.0', build: 'cd7a40512ab3' },
    authority: AUTHORITY,
    content,
  }
}

/** Everything that would be signed about a candidate of the sample site; one laboratory value was corrected twice. */
export function eligibilitySubject(
  name: string,
  protocol: PreparedProtocol,
  training = true,
): EligibilitySubject {
  const chart = sampleChart(name)
  const screening = screen(indexChart(chart), protocol, TODAY, { today: TODAY }, training)
  const used = new Set(screening.criteria.flatMap(({ evidence }) => evidence.map(({ fact }) => fact)))
  const { definition, sha256 } = protocol.protocol
  const { site } = protocol
  return {
    kind: 'eligibility',
    patientId: PatientId.parse('patient-1'),
    candidate: { ...chart.candidate, version: 1 },
    protocol: { id: definition.id, version: definition.version, sha256, title: definition.title },
    rules: RULES_VERSION,
    readings: { version: 1, choices: choicesOf(protocol) },
    criteria: site
      ? {
          version: site.version,
          sha256: site.sha256,
          protocolVersion: site.criteria.protocolVersion,
          approvedOn: site.criteria.approvedOn,
          training: site.criteria.training === true,
        }
      : null,
    configuration: SignatureId.parse('signature-1'),
    on: TODAY,
    today: TODAY,
    screening,
    facts: chart.facts.filter(({ id }) => used.has(id)).map(usedFact),
    judgements: judgementsOf(screening, chart.facts),
    covers: coversOf(screening),
    training,
  }
}

/** A signature as a document prints it. It verifies nothing: no key was ever there. */
export function sealOf(meaning: Meaning, clock: Seal['header']['clock'] = []): Seal {
  return {
    header: {
      schema: 'lobule.signature/1',
      id: SignatureId.parse('0199f3a2-8d10-7aa0-8e21-0b6c4d1f9e72'),
      site: {
        name: 'Lantern Bay Liver Centre 灯塔湾肝病中心 (invented, for training)',
        number: 'TRAINING-00',
        storeId: 'store-1',
        timeZone: 'Asia/Shanghai',
      },
      meaning: { code: meaning, statement: meanings[meaning].statement },
      signer: {
        userId: UserId.parse('user-1'),
        loginName: 'shen',
        fullName: '沈知远 Shen Zhiyuan',
        role: 'principal_investigator',
      },
      signedAt: AT,
      certificate: { serial: '4d21c09a7be6f3105522aa9187e4d3c1', sha256: hash('b') },
      authority: AUTHORITY,
      application: { version: '0.1.0', build: 'cd7a40512ab3' },
      clock,
      trail: { seq: 1935, hash: hash('c') },
    },
    signature: 'AAAA',
    certificates: ['AAAA', 'AAAA'],
  }
}

/** What the site chose for each reading of a protocol. */
function choicesOf({ protocol, site, readings }: PreparedProtocol) {
  return [...protocol.definition.readings, ...(site?.criteria.readings ?? [])].map(reading => {
    const alternative = readings[reading.id] ?? null
    const label = reading.alternatives.find(({ id }) => id === alternative)?.label ?? null
    const { id, scope, question, quote } = reading
    return { id, scope, question, quote: quote.text, alternative, label }
  })
}

function ruleOf(
  { id, label, side, title, quote, condition }: Criterion,
  { protocol, site, readings }: PreparedProtocol,
) {
  const known = [...protocol.definition.readings, ...(site?.criteria.readings ?? [])]
  const rule = conditionWords(condition, known, readings)
  return { id, label, side, title, quote: quote.text, rule }
}

function logCandidate(
  name: string,
  protocols: readonly PreparedProtocol[],
  copy: number,
): ScreeningLog['candidates'][number] {
  const chart = sampleChart(name)
  const { screeningNumber, initials, sex, birthDate, registrationDate } = chart.candidate
  const screenings = protocols.map(protocol =>
    screen(indexChart(chart), protocol, TODAY, { today: TODAY }, true),
  )
  return {
    screeningNumber: copy === 0 ? screeningNumber : `${screeningNumber}-${copy}`,
    initials,
    sex,
    birthDate: birthDate ?? null,
    registrationDate: registrationDate ?? null,
    answers: screenings.map(({ protocol, verdict, projected, statement }, index) => ({
      protocol: protocol.id,
      verdict,
      projected,
      statement,
      decision: index === 0 && verdict !== 'undetermined' && !projected ? decisionOf(verdict) : null,
    })),
  }
}

function decisionOf(verdict: Screening['verdict']) {
  const signature = SignatureId.parse('signature-2')
  const status = verdict === 'eligible' ? 'current' : 'not_current'
  return { signature, verdict, on: TODAY, signer: '沈知远 Shen Zhiyuan', signedAt: AT, status } as const
}

function trailLine(index: number): TrailExtract['entries'][number] {
  const isChange = index % 3 === 2
  return {
    seq: 120 + index,
    at: `2026-11-${10 + (index % 10)}T01:20:${String(index % 60).padStart(2, '0')}.000Z`,
    offset: '+08:00',
    person: index % 7 === 6 ? null : 'Training coordinator 林',
    role: index % 7 === 6 ? null : 'coordinator',
    action: isChange ? 'fact.corrected' : 'fact.entered',
    field: `facts.tr01-albumin-${index}`,
    oldValue: isChange ? { kind: 'laboratory', value: '<20', unit: 'g/L' } : null,
    newValue: {
      kind: 'laboratory',
      on: '2026-11-18T07:40:00+08:00',
      value: '34.1',
      unit: 'g/L',
      range: { low: '40' },
    },
    reason: isChange ? 'Misread 看错数字' : null,
    clock: index === 5 ? { movedBackSeconds: 120 } : null,
    hash: hash('d'),
  }
}

function coversOf({ verdict, eligible, on }: Screening): EligibilitySubject['covers'] {
  if (verdict !== 'eligible') return null
  const range = eligible.find(({ from, to }) => (from ?? on) <= on && on <= (to ?? on))
  return { from: range?.from ?? on, to: range?.to ?? null }
}

function judgementsOf({ criteria }: Screening, facts: readonly Fact[]): EligibilitySubject['judgements'] {
  return criteria.flatMap(({ label, evidence }) =>
    evidence.flatMap(({ fact: id }) => {
      const content = facts.find(fact => fact.id === id)?.content
      if (content?.kind !== 'judgement') return []
      const { question, answer, ground, on } = content
      return [{ label, question: Slug.parse(question), answer, ground, on }]
    }),
  )
}

/** As charted; the first laboratory value of a chart has a history, as a slip of the finger leaves one. */
function usedFact(fact: Fact, index: number, facts: readonly Fact[]): UsedFact {
  const first = facts.findIndex(({ content }) => content.kind === 'laboratory')
  if (index !== first || fact.content.kind !== 'laboratory') return { ...fact, earlier: [] }
  const { content, author } = fact
  const at = (hours: number) => OffsetDateTime.parse(`${dateOf(dayOf(fact.enteredAt))}T0${hours}:05:00+08:00`)
  return {
    ...fact,
    version: 3,
    earlier: [
      {
        version: 1,
        enteredAt: at(8),
        author,
        content: { ...content, value: DecimalText.parse('61.0'), comparator: '<' },
        reason: 'Misread: digits exchanged 看错数字顺序',
      },
      {
        version: 2,
        enteredAt: at(9),
        author,
        content: { ...content, value: DecimalText.parse('61.0'), laboratory: 'Central laboratory 检验科' },
        reason: 'Value of another specimen 误录另一标本的结果',
      },
    ],
  }
}
