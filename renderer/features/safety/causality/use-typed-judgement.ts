import { useState } from 'react'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { type FoundDraft, useDraft } from '../../../drafts/use-draft.ts'
import type { Values } from '../../chart/form/typed-values.ts'
import { JudgementDraft } from './judgement-draft.ts'

/** What is typed: the answers, and the reason of a change. */
export interface TypedJudgement {
  readonly values: Values
  readonly reason: string
}

interface TypedOptions {
  readonly patientId: PatientId
  readonly event: FactId
  /** What is charted of it; the same object as long as that is the same. */
  readonly initial: TypedJudgement
}

interface TypedAndDraft {
  readonly typed: TypedJudgement
  readonly isChanged: boolean
  readonly setTyped: (typed: TypedJudgement) => void
  /** A draft that waits for its author's word; it may be about another event of the patient. */
  readonly offered: FoundDraft<JudgementDraft> | undefined
  readonly take: () => void
  readonly discard: () => Promise<void>
  /** What is typed is saved or not wanted: nothing of it is kept any more. */
  readonly finish: () => Promise<void>
}

/** What is typed of a judgement, kept as a draft from the first change on. */
export function useTypedJudgement({ patientId, event, initial }: TypedOptions): TypedAndDraft {
  const [typed, setTyped] = useState(initial)
  const [isDone, setDone] = useState(false)
  const [base, setBase] = useState(initial)
  // Saved, or taken back elsewhere: what is charted now is what one goes on from.
  if (base !== initial) {
    setBase(initial)
    setTyped(initial)
  }
  const type = (next: TypedJudgement) => {
    setDone(false)
    setTyped(next)
  }
  const isChanged = JSON.stringify(typed) !== JSON.stringify(initial)
  const content: JudgementDraft | undefined = isChanged && !isDone ? { event, ...typed } : undefined
  const { found, take, discard, settle } = useDraft({
    ...{ form: 'causality', patientId, schema: JudgementDraft, content },
  })
  return {
    typed,
    isChanged,
    setTyped: type,
    offered: found,
    take() {
      if (found === undefined) return
      type({ values: found.content.values, reason: found.content.reason })
      take()
    },
    discard,
    finish() {
      setDone(true)
      return settle()
    },
  }
}
