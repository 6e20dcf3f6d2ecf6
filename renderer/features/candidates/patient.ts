import type { z } from 'zod'
import type { patients } from '#shared/api/patients.ts'

/** A patient as the contract hands it out. */
export type Patient = z.output<typeof patients.get.output>
