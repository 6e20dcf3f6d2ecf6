import { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { FactContent, type FactContentOf } from '#shared/core/facts/content.ts'
import { FactId } from '#shared/core/ids.ts'
import type { UsedFact } from '#shared/core/signatures/subject.ts'

export interface Options {
  readonly language?: DocumentLanguage
  readonly training?: boolean
}

export type Event = FactContentOf<'adverse_event'>

export const AUTHOR = '沈知远 Shen Zhiyuan'
export const id = (name: string) => FactId.parse(name)
export const at = (time: string) => OffsetDateTime.parse(`${time}:00+08:00`)

/** A bleeding of an invented patient; `change` tells it otherwise. */
export function bleeding(change: Partial<Event> = {}): Event {
  const content = {
    kind: 'adverse_event',
    from: '2026-10-30T21:40:00+08:00',
    to: '2026-11-06',
    term: '呕血，食管胃底静脉曲张破裂出血 Haematemesis, variceal bleeding',
    ctcae: 'esophageal_varices_hemorrhage',
    meddra: { code: '99999999', term: 'invented 虚构' },
    grades: [
      { grade: 4, from: '2026-10-30T21:40:00+08:00' },
      { grade: 3, from: '2026-10-31' },
      { grade: 2, from: '2026-11-04' },
    ],
    serious: 'yes',
    criteria: ['life_threatening', 'hospitalisation'],
    outcome: 'recovered',
    action: 'dose_delayed',
    treatment:
      'Terlipressin 1 mg 每6小时静脉注射；内镜下套扎（6环）；红细胞悬液 4 U。Band ligation, six bands; four units of red cells.',
    narrative:
      '患者于家中进食硬质食物后约2小时呕鲜红色血约600 mL，伴头晕、冷汗，由家属呼叫急救车送至外院急诊，血压 82/48 mmHg，心率 124 次/分。急诊内镜见食管静脉曲张（F3，红色征阳性）活动性出血，予套扎止血，次日转入本院消化内科。转入后未再出血，2026-11-06 出院。\nThe patient vomited about 600 mL of fresh blood two hours after a hard meal, with dizziness and cold sweat. Blood pressure on admission elsewhere was 82/48 mmHg, pulse 124/min. Urgent endoscopy showed active bleeding from oesophageal varices (F3, red signs), which was controlled by band ligation. Transferred the next day; no rebleeding; discharged on 2026-11-06.',
    expectedness: { answer: 'expected', reference: 'Investigator’s brochure 研究者手册 3.0, 2026-01-10' },
    reportedBy: 'other_hospital',
    aware: { at: '2026-10-31T08:20:00+08:00', by: 'Lin Mei 林梅' },
    infusionReaction: 'no',
    complication: 'variceal_bleeding',
    followUps: [
      { on: '2026-11-02', text: '复查血红蛋白 78 g/L，未再呕血。Haemoglobin 78 g/L, no rebleeding.' },
      { on: '2026-11-06T10:00:00+08:00', text: '出院。Discharged.' },
    ],
    answers: [{ question: 'overlaps_same_term', reason: '两次为同一事件的延续。The same event went on.' }],
  }
  return FactContent.parse({ ...content, ...change }) as Event
}

/** As charted, corrected once: the first entry had another grade. */
export function usedEvent(content: Event): UsedFact {
  const grades = content.grades.map((one, index) => (index === 0 ? { ...one, grade: 3 } : one))
  return {
    ...{ id: id('event-1'), version: 2, enteredAt: at('2026-11-06T16:05'), author: AUTHOR },
    source: { kind: 'typed' },
    content,
    earlier: [
      {
        ...{ version: 1, enteredAt: at('2026-10-31T08:41'), author: 'Lin Mei 林梅' },
        content: { ...content, grades, to: 'ongoing', followUps: [] },
        reason: '外院病历到达后更正分级 Graded again once the notes of the other hospital had come',
      },
    ],
  }
}

/** A judgement of an event with both aids. */
export function judgement(): UsedFact {
  return {
    ...{ id: id('judgement-1'), version: 1, enteredAt: at('2026-11-07T09:30'), author: AUTHOR },
    source: { kind: 'typed' },
    content: FactContent.parse({
      kind: 'causality',
      on: '2026-11-07',
      event: 'event-1',
      product: 'not_related',
      procedure: 'not_related',
      disease: 'related',
      whoUmc: {
        category: 'unlikely',
        answers: {
          ...{ time: 'improbable', otherCauses: 'plausible', withdrawal: 'not_applicable' },
          ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
        },
      },
      ground:
        '首次给药前已有食管静脉曲张出血史，末次给药至发生已67天，出血可由门静脉高压解释。Variceal bleeding before dose 1 already; 67 days after the last dose; explained by portal hypertension.',
      naranjo: [
        'no',
        'yes',
        'not_applicable',
        'unknown',
        'yes',
        'unknown',
        'unknown',
        'unknown',
        'no',
        'yes',
      ],
      rucam: {
        injury: 'hepatocellular',
        items: {
          ...{ onset: 1, course: 0, riskFactors: 1, concomitant: -1, alternativeCauses: -3 },
          ...{ previousHepatotoxicity: 0, rechallenge: null },
        },
      },
      doseLimiting: 'no',
    }),
    earlier: [],
  }
}
