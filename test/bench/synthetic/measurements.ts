import { charted } from './dates.ts'
import type { Draw } from './draw.ts'
import type { Draft } from './history.ts'

/** LOINC, unit and the usual span of values, in the last printed digit, of what a liver clinic orders. */
const panel = [
  ['1742-6', 'U/L', 150, 2000, 1],
  ['14631-6', 'umol/L', 100, 1500, 1],
  ['1751-7', 'g/L', 220, 420, 1],
  ['14682-9', 'umol/L', 450, 1800, 1],
  ['2951-2', 'mmol/L', 1250, 1450, 1],
  ['777-3', '10*9/L', 30, 200, 0],
  ['6301-6', '{INR}', 90, 220, 2],
  ['1834-1', 'ng/mL', 10, 900, 1],
  ['42595-9', '[IU]/mL', 20, 90_000, 0],
] as const

/** `value` in units of its last digit, as printed. */
function printed(value: number, decimals: number): string {
  return (value / 10 ** decimals).toFixed(decimals)
}

/** One to three rounds of laboratory values with prothrombin times around 3 s above the control. */
export function laboratoryOf(draw: Draw, visit: number): Draft[] {
  return Array.from({ length: draw.pick([1, 2, 3]) }, (_, round) => {
    const day = visit - round * 30 - draw.whole(0, 6)
    const values = panel.map(
      ([loinc, unit, low, high, decimals]): Draft => ({
        kind: 'laboratory',
        on: charted(draw, day),
        loinc,
        value: printed(draw.whole(low, high), decimals),
        unit,
        ...(draw.chance(0.05) && { comparator: draw.pick(['<', '>']) }),
      }),
    )
    return [...values, prothrombinTime(draw, day)]
  }).flat()
}

function prothrombinTime(draw: Draw, day: number): Draft {
  const control = draw.whole(105, 150)
  const over = draw.chance(0.3) ? draw.whole(28, 32) : draw.whole(5, 45)
  return {
    kind: 'laboratory',
    on: charted(draw, day),
    loinc: '5902-2',
    value: printed(control + over, 1),
    unit: 's',
    control: draw.chance(0.9) ? printed(control, 1) : 'not_printed',
    ...(draw.chance(0.06) && { comparator: draw.pick(['<', '<=', '>=', '>']) }),
  }
}

/** Weight and ultrasound: facts that no criterion asks about, as in any real chart. */
export function bedsideOf(draw: Draw, visit: number): Draft[] {
  return [
    { kind: 'body_weight', on: charted(draw, visit), kg: printed(draw.whole(450, 950), 1) },
    {
      kind: 'portal_vein',
      on: charted(draw, visit - draw.whole(0, 60)),
      modality: 'ultrasound',
      diameterMm: printed(draw.whole(110, 170), 1),
    },
    {
      kind: 'ascites',
      on: charted(draw, visit - draw.whole(0, 60)),
      grade: draw.pick(['none', 'grade_1', 'grade_2', 'grade_3']),
    },
  ]
}
