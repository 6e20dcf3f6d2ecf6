import { z } from 'zod'
import { EventTime } from '../civil-date.ts'
import { NonNegativeDecimalText } from '../decimal.ts'

const examination = {
  on: EventTime,
  examiner: z.string().trim().min(1).max(200).optional(),
  device: z.string().trim().min(1).max(200).optional(),
}

const elastography = {
  ...examination,
  kPa: NonNegativeDecimalText,
  probe: z.string().trim().min(1).max(60).optional(),
  iqrToMedian: NonNegativeDecimalText.optional(),
}

/** Imaging, elastography and histology. Mean and maximum velocity, measured and computed flow are never mixed. */
export const imaging = {
  portal_vein: z.strictObject({
    kind: z.literal('portal_vein'),
    ...examination,
    modality: z.enum(['ultrasound', 'ct', 'mr']),
    breathing: z.enum(['inspiration', 'expiration', 'quiet']).optional(),
    fasting: z.enum(['yes', 'no']).optional(),
    diameterMm: NonNegativeDecimalText.optional(),
    meanVelocityCmPerS: NonNegativeDecimalText.optional(),
    maximumVelocityCmPerS: NonNegativeDecimalText.optional(),
    flowMlPerMin: NonNegativeDecimalText.optional(),
    flowObtained: z.enum(['measured', 'computed']).optional(),
  }),
  ascites: z.strictObject({
    kind: z.literal('ascites'),
    ...examination,
    grade: z.enum(['none', 'grade_1', 'grade_2', 'grade_3']),
    depthCm: NonNegativeDecimalText.optional(),
    volumeMl: NonNegativeDecimalText.optional(),
  }),
  abdominal_girth: z.strictObject({
    kind: z.literal('abdominal_girth'),
    ...examination,
    cm: NonNegativeDecimalText,
  }),
  liver_stiffness: z.strictObject({ kind: z.literal('liver_stiffness'), ...elastography }),
  spleen_stiffness: z.strictObject({ kind: z.literal('spleen_stiffness'), ...elastography }),
  spleen_size: z.strictObject({
    kind: z.literal('spleen_size'),
    ...examination,
    lengthMm: NonNegativeDecimalText,
    thicknessMm: NonNegativeDecimalText.optional(),
  }),
  /** Ishak modified HAI: activity 0-18 in four parts, fibrosis 0-6. */
  histology: z.strictObject({
    kind: z.literal('histology'),
    ...examination,
    interfaceHepatitis: z.int().min(0).max(4).optional(),
    confluentNecrosis: z.int().min(0).max(6).optional(),
    focalNecrosis: z.int().min(0).max(4).optional(),
    portalInflammation: z.int().min(0).max(4).optional(),
    fibrosis: z.int().min(0).max(6).optional(),
  }),
}
