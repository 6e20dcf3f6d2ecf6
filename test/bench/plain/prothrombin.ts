import type { Answer } from './answer.ts'
import { newest } from './newest.ts'
import { type Case, type Charted, charted } from './record.ts'

/** The latest prothrombin time exceeds the control of its run by more than 3 s. */
export function prolongedOverThreeSeconds(patient: Case): Answer {
  const results = charted(patient, 'laboratory').filter(({ loinc }) => loinc === '5902-2')
  const question = { about: 'laboratory', analyte: 'prothrombin_time' } as const
  return newest(question, results, patient, prolonged) ?? 'unknown'
}

function prolonged({ value, comparator, control, unit }: Charted<'laboratory'>): Answer {
  if (control === undefined || control === 'not_printed' || unit !== 's') return 'unknown'
  const over = thousandths(value) - thousandths(control)
  switch (comparator) {
    case undefined:
      return over > 3000 ? 'yes' : 'no'
    case '<':
    case '<=':
      return over <= 3000 ? 'no' : 'unknown'
    case '>':
      return over >= 3000 ? 'yes' : 'unknown'
    case '>=':
      return over > 3000 ? 'yes' : 'unknown'
  }
}

/** A decimal with up to three places as a whole number, so that 16.1 - 13.1 is exactly 3. */
function thousandths(text: string): number {
  const [whole = '0', places = ''] = text.split('.')
  return Number(whole) * 1000 + Number(places.slice(0, 3).padEnd(3, '0'))
}
