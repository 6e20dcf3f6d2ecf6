import { CivilDate, EventTime } from '#shared/core/civil-date.ts'
import type { LaboratoryAround } from '#shared/core/documents/event-case.ts'
import { text } from '#shared/core/text.ts'
import { id } from './invented-event.ts'

/** Laboratory values around the invented bleeding. */
export function laboratoryAround(): LaboratoryAround {
  const test = (
    [abbreviation, en, zh]: readonly [string, string, string],
    [unit, range]: readonly [string, string],
    values: readonly (readonly [string, string, 'high' | 'low' | null])[],
  ): LaboratoryAround['tests'][number] => {
    const [baseline, ...rest] = values.map(([on, printed, flag], index) => ({
      ...{ fact: id(`${abbreviation}-${index}`), on: EventTime.parse(on), printed, unit, range, flag },
    }))
    return { name: text(en, zh), abbreviation, baseline: baseline ?? null, values: rest }
  }
  return {
    from: CivilDate.parse('2026-09-30'),
    to: CivilDate.parse('2026-11-20'),
    tests: [
      test(
        ['HGB', 'haemoglobin', '血红蛋白'],
        ['g/L', '130 – 175'],
        [
          ['2026-02-20', '118', 'low'],
          ['2026-10-30T23:10:00+08:00', '62', 'low'],
          ['2026-10-31T06:30:00+08:00', '71', 'low'],
          ['2026-11-02', '78', 'low'],
          ['2026-11-06', '86', 'low'],
        ],
      ),
      test(
        ['PLT', 'platelets', '血小板'],
        ['10*9/L', '125 – 350'],
        [
          ['2026-02-20', '64', 'low'],
          ['2026-10-31T06:30:00+08:00', '51', 'low'],
          ['2026-11-06', '58', 'low'],
        ],
      ),
      test(
        ['ALT', 'alanine aminotransferase', '丙氨酸氨基转移酶'],
        ['U/L', '9 – 50'],
        [
          ['2026-02-20', '61', 'high'],
          ['2026-10-31T06:30:00+08:00', '128', 'high'],
          ['2026-11-06', '74', 'high'],
        ],
      ),
      test(
        ['TBIL', 'total bilirubin', '总胆红素'],
        ['umol/L', '≤ 23'],
        [
          ['2026-02-20', '50.2', 'high'],
          ['2026-10-31T06:30:00+08:00', '58.9', 'high'],
          ['2026-11-02', '70.1', 'high'],
          ['2026-11-06', '61.4', 'high'],
        ],
      ),
      test(
        ['INR', 'INR', 'INR'],
        ['{INR}', '0.8 – 1.2'],
        [
          ['2026-02-20', '1.38', 'high'],
          ['2026-10-30T23:10:00+08:00', '1.71', 'high'],
          ['2026-11-06', '1.44', 'high'],
        ],
      ),
      test(
        ['CREA', 'creatinine', '肌酐'],
        ['umol/L', '57 – 97'],
        [
          ['2026-02-20', '71', null],
          ['2026-10-31T06:30:00+08:00', '96', null],
          ['2026-11-06', '74', null],
        ],
      ),
    ],
  }
}
