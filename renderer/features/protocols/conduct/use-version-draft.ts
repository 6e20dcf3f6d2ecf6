import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { useDraft } from '../../../drafts/use-draft.ts'

interface VersionDraftOptions<S extends z.ZodType> {
  /** The form's name for drafts: lower-case. */
  readonly form: string
  readonly schema: S
  /** What holds now, as it stands in the form; version 0 where nothing was entered. */
  readonly saved: { readonly version: number; readonly draft: z.output<S> }
}

/**
 * What is typed over what the site entered before, kept as a draft. Where somebody entered a newer version meanwhile,
 * `isOvertaken` asks what shall happen; nothing is written over unseen.
 */
export function useVersionDraft<S extends z.ZodType>({ form, schema, saved }: VersionDraftOptions<S>) {
  const queries = useQueryClient()
  const [base, setBase] = useState(saved)
  const [draft, setDraft] = useState(saved.draft)
  const isDirty = !isSame(draft, base.draft)
  const kept = useDraft({ form, patientId: null, schema, content: isDirty ? draft : undefined })
  const takeNewest = (newest = saved) => {
    setBase(newest)
    setDraft(newest.draft)
  }
  // Nothing was typed: the form shows what holds now.
  if (saved.version !== base.version && !isDirty) takeNewest()
  return {
    draft,
    setDraft,
    isDirty,
    /** The version that a save replaces. */
    version: base.version,
    isOvertaken: saved.version !== base.version,
    keepMine: () => setBase(saved),
    takeNewest,
    /** Looks for the version that was quicker. */
    onRefused(error: unknown) {
      if (error instanceof AppError && error.payload.code === 'stale_version')
        void queries.invalidateQueries()
    },
    kept,
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
