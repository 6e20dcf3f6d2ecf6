import { z } from 'zod'
import type { ProtocolId } from '../ids.ts'

/**
 * Complications of decompensated cirrhosis. NCT07413549 counts the first four as outcomes of their own; ascites and
 * spontaneous peritonitis are kept beside them and are not in its list.
 */
export const Complication = z.enum([
  'variceal_bleeding',
  'sepsis',
  'hepatic_encephalopathy',
  'hepatorenal_syndrome',
  'ascites',
  'spontaneous_peritonitis',
])
export type Complication = z.infer<typeof Complication>

/** By registry record: what each trial counts separately as an outcome. */
const outcomes: Readonly<Record<string, readonly Complication[]>> = {
  NCT07413549: ['variceal_bleeding', 'sepsis', 'hepatic_encephalopathy', 'hepatorenal_syndrome'],
}

/** Whether the record of a protocol names a complication among its own outcomes. */
export function isOutcomeOf(complication: Complication, protocol: ProtocolId): boolean {
  return outcomes[protocol]?.includes(complication) ?? false
}
