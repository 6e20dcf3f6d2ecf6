import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { RULES_VERSION } from '#shared/core/eligibility/rules-version.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { CausalitySubject, type UsedFact } from '#shared/core/signatures/subject.ts'
import { text } from '#shared/core/text.ts'
import { payloadOf, sealOf } from '../document-payloads.ts'
import { candidate, namedProtocol } from '../named.ts'
import { context } from './invented-context.ts'
import { AUTHOR, at, bleeding, type Event, id, judgement, type Options, usedEvent } from './invented-event.ts'

/** The facts that the context of the invented event rests on; one result was corrected. */
function restingFacts(): UsedFact[] {
  const fact = (name: string, content: unknown, earlier: UsedFact['earlier'] = []): UsedFact => ({
    ...{ id: id(name), version: earlier.length + 1, enteredAt: at('2026-11-01T09:00'), author: AUTHOR },
    source: { kind: 'report', reference: 'LIS 2026-10-31 0042' },
    content: FactContent.parse(content),
    earlier,
  })
  const alt = {
    ...{ kind: 'laboratory', on: '2026-10-31T06:30:00+08:00', loinc: '1742-6', value: '128', unit: 'U/L' },
    range: { low: '9', high: '50' },
  }
  const dose = { kind: 'dose', protocol: 'NCT07413549', number: 2, from: '2026-08-24T10:15:00+08:00' }
  return [
    fact('dose-2', dose),
    fact('alt-1', alt, [
      {
        ...{ version: 1, enteredAt: at('2026-10-31T09:10'), author: 'Lin Mei 林梅' },
        content: FactContent.parse({ ...alt, value: '182' }),
        reason: '数字顺序抄错 Digits exchanged',
      },
    ]),
    fact('med-1', {
      kind: 'concomitant_medication',
      from: '2019-05',
      to: 'ongoing',
      name: 'entecavir 恩替卡韦',
    }),
  ]
}

/** Everything that is shown where the causality of the invented bleeding is judged. */
function causalitySubject(change: Partial<Event> = {}, training = true): CausalitySubject {
  return CausalitySubject.parse({
    kind: 'causality',
    patientId: candidate.patientId,
    candidate: {
      ...{ screeningNumber: 'TR-001', initials: 'ZWM', sex: 'male', birthDate: '1974-05-18', version: 1 },
      registrationDate: '2026-02-20',
    },
    protocol: namedProtocol(),
    rules: RULES_VERSION,
    safety: 2,
    today: '2026-11-07',
    event: usedEvent(bleeding(change)),
    judgement: judgement(),
    onset: { studyDay: 243, sinceDose: { number: 2, days: 67, hours: 1619.4 } },
    context: context(),
    facts: restingFacts(),
    questions: [
      {
        code: 'overlaps_same_term',
        text: text('It overlaps another event of the same term.', '与同一术语的另一事件时间重叠。'),
        about: ['event-0'],
        answer: '两次为同一事件的延续。The same event went on.',
      },
      {
        code: 'related_against_who_umc',
        text: text('The relation does not fit the category.', '相关性与分类不一致。'),
        about: [],
        answer: null,
      },
    ],
    training,
  })
}

/** The report of an adverse event; `isPreview` where nobody has signed it. */
export function causalityPayload({
  isPreview = false,
  change = {},
  ...options
}: Options & { readonly isPreview?: boolean; readonly change?: Partial<Event> } = {}): DocumentPayload {
  const subject = causalitySubject(change, options.training)
  const seal = isPreview ? null : sealOf('causality_assessment')
  return payloadOf({ kind: 'causality', subject, seal }, options)
}
