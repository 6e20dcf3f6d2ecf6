import { z } from 'zod'

/** What a person is at this site; decides what they may do. */
export const Role = z.enum([
  'principal_investigator',
  'sub_investigator',
  'coordinator',
  'monitor',
  'administrator',
])
export type Role = z.infer<typeof Role>
