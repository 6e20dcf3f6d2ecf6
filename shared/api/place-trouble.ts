import { z } from 'zod'

/** Why a file could not be written or read where it should be; each has its own sentences on screen. */
export const Trouble = z.enum([
  /** The folder is not there: a stick that is not plugged in. */
  'missing',
  /** The disk is full. */
  'full',
  /** The disk or file cannot be written to. */
  'read_only',
  /** This user of the computer may not. */
  'not_permitted',
  /** It was there and went away meanwhile. */
  'gone',
  /** What was written does not read back the same, or does not open. */
  'not_the_same',
  /** It took longer than could be waited for. */
  'too_slow',
  /** The disk failed in another way. */
  'failing',
])
export type Trouble = z.infer<typeof Trouble>
