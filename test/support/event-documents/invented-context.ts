import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import { CivilDate, EventTime } from '#shared/core/civil-date.ts'
import { text } from '#shared/core/text.ts'
import { at, id } from './invented-event.ts'

/** What the record tells around the invented bleeding. */
export function context(): CausalityContext {
  const time = (text: string) => EventTime.parse(text)
  return {
    sinceDoses: [
      { fact: id('dose-1'), number: 1, from: at('2026-03-02T10:00'), days: 242, hours: 5819.7 },
      { fact: id('dose-2'), number: 2, from: at('2026-08-24T10:15'), days: 67, hours: 1619.4 },
      { fact: id('dose-3'), number: 3, from: time('2026-11-16'), days: -17, hours: null },
    ],
    liver: {
      from: CivilDate.parse('2026-09-30'),
      to: CivilDate.parse('2026-11-20'),
      r: { value: 2.14, on: CivilDate.parse('2026-10-31') },
      edish: {
        on: CivilDate.parse('2026-10-31'),
        bilirubinOn: CivilDate.parse('2026-11-02'),
        alt: 3.2,
        bilirubin: 3.05,
        quadrant: 'possible_hys_law',
      },
      mdish: {
        on: CivilDate.parse('2026-10-31'),
        bilirubinOn: CivilDate.parse('2026-11-02'),
        alt: 2.1,
        bilirubin: 1.4,
      },
    },
    medications: [
      {
        fact: id('med-1'),
        text: text('entecavir 0.5 mg once daily', '恩替卡韦 0.5 mg 每日一次'),
        when: '2019-05 –',
        isAtOnset: true,
      },
      {
        fact: id('med-2'),
        text: text('spironolactone 80 mg once daily', '螺内酯 80 mg 每日一次'),
        when: '2025-11-20 –',
        isAtOnset: true,
      },
      {
        fact: id('med-3'),
        text: text('ibuprofen 0.3 g as needed', '布洛芬 0.3 g 必要时'),
        when: '2026-10-12 – 2026-10-18',
        isAtOnset: false,
      },
    ],
    earlier: [
      {
        fact: id('bleeding-0'),
        text: text(
          'upper gastrointestinal bleeding (clinically significant yes)',
          '上消化道出血（有临床意义：是）',
        ),
        when: '2024-09-14 – 2024-09-20',
      },
    ],
    dechallenge: null,
  }
}
