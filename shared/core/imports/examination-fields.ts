import type { ExaminationField, TableAbout } from './mapping.ts'

type Choices = Readonly<Record<string, RegExp>>

/** The words of sheets for what is chosen from a list. */
const CHOICES: Readonly<Partial<Record<ExaminationField, Choices>>> = {
  modality: {
    ultrasound: /^(?:ultrasound|doppler|us|cdfi|(?:彩色)?(?:多普勒)?(?:超声|彩超))$/i,
    ct: /^(?:ct|cta|增强ct|ct增强)$/i,
    mr: /^(?:mri?|mra|磁共振|核磁(?:共振)?)$/i,
  },
  breathing: {
    inspiration: /^(?:inspiration|吸气末?|深吸气)$/i,
    expiration: /^(?:expiration|呼气末?)$/i,
    quiet: /^(?:quiet(?: breathing)?|平静呼吸|平静)$/i,
  },
  fasting: { yes: /^(?:yes|y|是|空腹)$/i, no: /^(?:no|n|否|非空腹|未空腹|餐后)$/i },
  flowObtained: {
    measured: /^(?:measured|测量|实测)$/i,
    computed: /^(?:computed|calculated|计算|计算值)$/i,
  },
}

/** The longest text that a field takes. */
const TEXTS: Readonly<Partial<Record<ExaminationField, number>>> = { probe: 60, examiner: 200, device: 200 }

const ELASTOGRAPHY: readonly ExaminationField[] = ['kPa', 'probe', 'iqrToMedian', 'examiner', 'device']

/** The fields that an examination has. */
export const FIELDS: Readonly<Record<Exclude<TableAbout, 'laboratory'>, readonly ExaminationField[]>> = {
  portal_vein: [
    'modality',
    'breathing',
    'fasting',
    'diameterMm',
    'meanVelocityCmPerS',
    'maximumVelocityCmPerS',
    'flowMlPerMin',
    'flowObtained',
    'examiner',
    'device',
  ],
  liver_stiffness: ELASTOGRAPHY,
  spleen_stiffness: ELASTOGRAPHY,
}

export function isNumberField(field: ExaminationField): boolean {
  return CHOICES[field] === undefined && TEXTS[field] === undefined
}

/** What a content has for the words of a sheet; undefined where the field has no such choice. */
export function fieldChoice(field: ExaminationField, words: string): string | undefined {
  const plain = words.normalize('NFKC').trim()
  return Object.entries(CHOICES[field] ?? {}).find(([, pattern]) => pattern.test(plain))?.[0]
}

/** A name as written; undefined where it is too long, or the field is no name. */
export function fieldText(field: ExaminationField, words: string): string | undefined {
  const longest = TEXTS[field]
  const text = words.trim()
  return longest === undefined || text === '' || text.length > longest ? undefined : text
}
