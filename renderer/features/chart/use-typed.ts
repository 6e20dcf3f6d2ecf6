import { useEffect, useRef, useState } from 'react'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { type FoundDraft, useDraft } from '../../drafts/use-draft.ts'
import { FactDraft } from './fact-draft.ts'
import type { AnyKind } from './fact-groups.ts'
import type { Typed } from './form/fact-form.tsx'

interface TypedOptions {
  readonly patientId: PatientId
  readonly kind: AnyKind
  readonly factId?: FactId
  /** Of the fact, as it was read when typing began. */
  readonly version?: number
  readonly initial: Typed
  /** The draft was asked for: it is taken without another question. */
  readonly takesDraft: boolean
  readonly onTake?: (draft: FactDraft) => void
}

interface TypedAndDraft {
  readonly typed: Typed
  readonly setTyped: (typed: Typed) => void
  /** A draft that waits for its author's word; it may belong to another form of the panel. */
  readonly offered: FoundDraft<FactDraft> | undefined
  readonly take: () => void
  /** Lets the offered draft go. */
  readonly discard: () => Promise<void>
  /** What is typed is saved or not wanted: nothing of it is kept any more. */
  readonly finish: () => Promise<void>
}

/** What is typed into a form, kept as a draft from the first change on. */
export function useTyped(options: TypedOptions): TypedAndDraft {
  const { patientId, kind, factId, version, initial, takesDraft, onTake } = options
  const [typed, setTyped] = useState(initial)
  const first = useRef(JSON.stringify(initial))
  const isChanged = JSON.stringify(typed) !== first.current
  const [isDone, setDone] = useState(false)
  const isKept = isChanged && !isDone
  const content: FactDraft | undefined = isKept
    ? { kind, ...(factId && { factId }), ...(version && { version }), ...typed }
    : undefined
  const { found, take, discard, settle } = useDraft({ form: 'fact', patientId, schema: FactDraft, content })
  const isOwn = found?.content.kind === kind && found.content.factId === factId
  const takeUp = () => {
    if (found === undefined) return
    const { values, reference, reason } = found.content
    setTyped({ values, reference, reason })
    onTake?.(found.content)
    take()
  }
  const mustTake = takesDraft && isOwn
  useEffect(() => {
    if (mustTake) takeUp()
  })
  return {
    typed,
    setTyped,
    offered: mustTake ? undefined : found,
    take: takeUp,
    discard,
    finish() {
      setDone(true)
      return settle()
    },
  }
}
