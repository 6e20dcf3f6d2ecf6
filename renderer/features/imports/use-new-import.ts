import { useEffect, useEffectEvent, useState } from 'react'
import type { ImportSummary } from '#shared/api/imports.ts'
import type { Mapping } from '#shared/core/imports/mapping.ts'
import { useApi } from '../../api/api.tsx'
import { useJob } from '../../api/use-job.ts'
import { useUploads } from '../../api/use-uploads.ts'
import { mappingOf } from './mapping/mapping-draft.ts'
import { useMappingDraft } from './mapping/use-mapping-draft.ts'
import type { Checked, Setup, Step } from './types.ts'
import { useLooks } from './use-looks.ts'

const FIRST: Setup = { about: 'laboratory', laboratory: null, table: {}, shown: null }

/** An import from its files to the charts. Everything is in memory, and goes with the session. */
export function useNewImport() {
  const api = useApi()
  const { uploads, add, discard } = useUploads()
  const [setup, setSetup] = useState(FIRST)
  const [step, setStep] = useState<Step>('files')
  const [checked, setChecked] = useState<Checked>()
  const [made, setMade] = useState<ImportSummary>()
  const job = useJob()
  const [isShown, setShown] = useState(false)
  const files = useLooks(isShown, uploads, setup)
  const tables = files.filter(({ look }) => look?.table)
  const shown = tables.find(({ upload }) => upload.id === setup.shown) ?? tables[0]
  const { draft, edit, reset, use } = useMappingDraft(shown?.look, setup, checked)
  const hasTables = tables.length > 0

  const change = (part: Partial<Setup>) => {
    setSetup(before => ({ ...before, ...part }))
    setChecked(undefined)
  }
  const check = async (mapping: Mapping | undefined) => {
    setChecked(undefined)
    setStep('check')
    const { laboratory } = setup
    const answer = await job.run(id =>
      api.imports.check({
        ...{ job: id, files: uploads.map(upload => upload.id) },
        ...(laboratory === null ? {} : { laboratory }),
        ...(mapping === undefined ? {} : { mapping }),
      }),
    )
    if (answer !== undefined) setChecked(answer)
  }
  const go = (to: Step) => {
    job.forget()
    setStep(to)
  }
  /** Other files, of the same laboratory: its mapping stays chosen. */
  const restart = () => {
    discard(uploads.map(({ id }) => id))
    setChecked(undefined)
    setMade(undefined)
    go('files')
  }
  const finish = (done: ImportSummary) => {
    setMade(done)
    setStep('done')
  }
  const checkAsDrafted = () => check(hasTables && draft ? mappingOf(draft) : undefined)
  /** The screen opens: a dry run from before says nothing of what was charted meanwhile. */
  const open = () => {
    setShown(true)
    if (step === 'check' && job.state.state !== 'running') void checkAsDrafted()
  }
  const leave = () => {
    setShown(false)
    if (step === 'done') restart()
  }
  return {
    ...{ step, go, setup, change, uploads, files, add, discard, hasTables, tables, shown },
    ...{ draft, edit, reset, use, checked, made, finish, restart, job },
    ...{ open, leave },
    /** Begins the dry run with the mapping as it stands. */
    check: checkAsDrafted,
  }
}
export type NewImportState = ReturnType<typeof useNewImport>

/** Tells the import when its screen opens and when it is left. */
export function useOpened({ open, leave }: Pick<NewImportState, 'open' | 'leave'>): void {
  const onOpen = useEffectEvent(open)
  const onLeave = useEffectEvent(leave)
  useEffect(() => {
    onOpen()
    return () => onLeave()
  }, [])
}
