import { z } from 'zod'

/**
 * Whether a signature still stands: `awaiting_countersignature` where the site wants one, `expired` where the days that
 * it covered passed without registration, enrolment or dose, `not_current` where what it rested on changed.
 */
export const SignatureStatus = z.enum([
  'current',
  'awaiting_countersignature',
  'expired',
  'not_current',
  'withdrawn',
])
export type SignatureStatus = z.infer<typeof SignatureStatus>
