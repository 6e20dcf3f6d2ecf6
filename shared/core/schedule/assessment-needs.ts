import { type Analyte, analytes } from '../analytes.ts'
import type { FactContent, FactContentOf, FactKind } from '../facts/content.ts'
import { attributeName, factNames } from '../names.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import { type LocalizedText, text } from '../text.ts'
import type { Conducted } from './calendar-input.ts'
import {
  hasPositive,
  isCoveredBy,
  isKnownBy,
  isSaidUnknown,
  measured,
  type VisitChart,
} from './visit-chart.ts'

/** One thing that an assessment asks for: what it is called, and whether a visit's chart has it. */
export interface Part {
  readonly label: LocalizedText
  readonly isMet: (chart: VisitChart) => boolean
  /** Whether nothing but a limit of it is known, which no score is computed from. */
  readonly isOnlyLimit?: (chart: VisitChart) => boolean
}

/** What the site chose of what a need depends on. */
type Choices = Pick<Conducted, 'readings' | 'coagulation'>

interface Need {
  readonly parts: (choices: Choices) => readonly Part[]
  /** The reading that says what is meant; not chosen, the widest of its alternatives is taken. */
  readonly reading?: string
}

/** What the assessments of both records ask for; all parts of one are needed. */
const needs: Readonly<Record<string, Need>> = {
  infusion: all(kind('dose')),
  'total-bilirubin': all(analyte('bilirubin_total')),
  albumin: all(analyte('albumin')),
  'ishak-inflammation': all(
    attribute('histology', 'interfaceHepatitis'),
    attribute('histology', 'confluentNecrosis'),
    attribute('histology', 'focalNecrosis'),
    attribute('histology', 'portalInflammation'),
  ),
  'ishak-fibrosis': all(attribute('histology', 'fibrosis')),
  // Whoever came to the visit was alive.
  'overall-survival': all(),
  'hbv-dna': all(analyte('hbv_dna')),
  'liver-cancer': all({ label: factNames.liver_malignancy, isMet: isKnownBy('liver_malignancy') }),
  // The record names neither the class nor the test: any of them answers it.
  immunoglobulin: all(
    either(
      text('IgG, IgA or IgM', 'IgG、IgA或IgM'),
      analyte('immunoglobulin_g'),
      analyte('immunoglobulin_a'),
      analyte('immunoglobulin_m'),
    ),
  ),
  coagulation: all(
    either(
      text('PT, INR or PTA', 'PT、INR或PTA'),
      analyte('prothrombin_time'),
      analyte('inr'),
      analyte('prothrombin_activity'),
    ),
  ),
  'portal-vein-flow': byReading('portal-flow-rate', {
    velocity: portalVelocity(),
    volume_flow: portalFlow(),
  }),
  'portal-vein-width': all(attribute('portal_vein', 'diameterMm')),
  'abdominal-volume': byReading('abdominal-volume', {
    ascites_volume: ascitesVolume(),
    girth: kind('abdominal_girth'),
  }),
  meld: { reading: 'meld-variant', parts: ({ readings }) => meldParts(readings) },
  'child-pugh': { parts: childPughParts },
  alt: all(analyte('alanine_aminotransferase')),
  ast: all(analyte('aspartate_aminotransferase')),
  tbil: all(analyte('bilirubin_total')),
  ggt: all(analyte('gamma_glutamyl_transferase')),
  alp: all(analyte('alkaline_phosphatase')),
  alb: all(analyte('albumin')),
  che: all(analyte('cholinesterase')),
  inr: all(analyte('inr')),
  pt: all(analyte('prothrombin_time')),
  pta: all(analyte('prothrombin_activity')),
  'liver-stiffness': all(kind('liver_stiffness')),
  'spleen-stiffness': all(kind('spleen_stiffness')),
}

/** What an assessment asks for; undefined for one of the site's own, which is no data of Lobule's. */
export function partsOf(assessment: string, choices: Choices): readonly Part[] | undefined {
  return Object.hasOwn(needs, assessment) ? needs[assessment]?.parts(choices) : undefined
}

/** The reading that says what an assessment means, if one does. */
export function readingOf(assessment: string): string | undefined {
  return Object.hasOwn(needs, assessment) ? needs[assessment]?.reading : undefined
}

function all(...parts: readonly Part[]): Need {
  return { parts: () => parts }
}

function byReading(reading: string, cases: Readonly<Record<string, Part>>): Need {
  const options = Object.values(cases)
  const label = options.map(part => part.label).reduce(joined)
  const widest = either(label, ...options)
  return { reading, parts: ({ readings }) => [cases[readings[reading] ?? ''] ?? widest] }
}

function joined(a: LocalizedText, b: LocalizedText): LocalizedText {
  return text(`${a.en} or ${b.en}`, `${a['zh-CN']}或${b['zh-CN']}`)
}

function analyte(name: Analyte): Part {
  return { label: analytes[name].name, isMet: chart => measured(chart, name) }
}

/** What a score is computed from: a value of which only a limit is known is none. */
function exact(name: Analyte): Part {
  return exactly(name, analytes[name].name)
}

function exactly(
  name: Analyte,
  label: LocalizedText,
  suits: (content: FactContentOf<'laboratory'>) => boolean = () => true,
): Part {
  const isExact = (content: FactContentOf<'laboratory'>) => content.comparator === undefined && suits(content)
  return {
    label,
    isMet: chart => measured(chart, name, isExact),
    isOnlyLimit: chart => !measured(chart, name, isExact) && measured(chart, name, suits),
  }
}

function kind(name: FactKind): Part {
  return { label: factNames[name], isMet: chart => hasPositive(chart, name) || isSaidUnknown(chart, name) }
}

function attribute<K extends FactKind>(name: K, key: keyof FactContentOf<K> & string): Part {
  const has = (content: FactContent) => (content as FactContentOf<K>)[key] !== undefined
  return {
    label: attributeName(key),
    isMet: chart => hasPositive(chart, name, has) || isSaidUnknown(chart, name),
  }
}

function either(label: LocalizedText, ...parts: readonly Part[]): Part {
  return {
    label,
    isMet: chart => parts.some(part => part.isMet(chart)),
    isOnlyLimit: chart => parts.some(part => part.isOnlyLimit?.(chart) === true),
  }
}

function portalVelocity(): Part {
  return either(
    text('portal vein velocity', '门静脉血流速度'),
    attribute('portal_vein', 'meanVelocityCmPerS'),
    attribute('portal_vein', 'maximumVelocityCmPerS'),
  )
}

/** Measured, or computed from diameter and mean velocity of one examination. */
function portalFlow(): Part {
  const computable = (content: FactContent) => {
    const { diameterMm, meanVelocityCmPerS } = content as FactContentOf<'portal_vein'>
    return diameterMm !== undefined && meanVelocityCmPerS !== undefined
  }
  return either(text('portal vein volume flow', '门静脉血流量'), attribute('portal_vein', 'flowMlPerMin'), {
    label: factNames.portal_vein,
    isMet: chart => hasPositive(chart, 'portal_vein', computable),
  })
}

/** Where there is no ascites its volume is said. */
function ascitesVolume(): Part {
  return either(text('volume of ascites', '腹水量'), attribute('ascites', 'volumeMl'), {
    label: factNames.ascites,
    isMet: chart =>
      hasPositive(chart, 'ascites', content => (content as FactContentOf<'ascites'>).grade === 'none'),
  })
}

/** The original MELD asks the least; not chosen, its inputs are asked for. */
function meldParts(readings: ChosenReadings): readonly Part[] {
  const further: Readonly<Record<string, readonly Part[]>> = {
    meld_na: [exact('sodium')],
    meld_3_0: [exact('sodium'), exact('albumin')],
  }
  const original = [exact('bilirubin_total'), exact('inr'), exact('creatinine')]
  return [...original, ...(further[readings['meld-variant'] ?? ''] ?? [])]
}

function childPughParts({ coagulation }: Choices): readonly Part[] {
  const inr = exact('inr')
  const prolongation = exactly(
    'prothrombin_time',
    text('prothrombin time with its control', '凝血酶原时间及其对照值'),
    ({ control }) => control !== 'not_printed',
  )
  const chosen = { inr, pt: prolongation }
  return [
    exact('bilirubin_total'),
    exact('albumin'),
    coagulation === undefined
      ? either(joined(inr.label, prolongation.label), inr, prolongation)
      : chosen[coagulation],
    kind('ascites'),
    { label: factNames.hepatic_encephalopathy, isMet: isCoveredBy('hepatic_encephalopathy') },
  ]
}
