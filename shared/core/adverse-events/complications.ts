import { z } from 'zod'

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
