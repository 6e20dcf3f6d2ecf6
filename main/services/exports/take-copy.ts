import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import type { Commit } from '#main/services/handlers.ts'
import { AppError } from '#shared/api/errors.ts'
import type { exports } from '#shared/api/exports.ts'

type Taken = z.input<typeof exports.takeCopy.output>

export async function takeCopy(
  _input: z.output<typeof exports.takeCopy.input>,
  _context: QueryContext,
): Promise<Commit<Taken>> {
  throw new AppError({ code: 'unavailable', what: 'complete copies' })
}
