import { useState } from 'react'
import type { Mapping } from '#shared/core/imports/mapping.ts'
import type { Checked, Look, Setup } from '../types.ts'
import { type MappingDraft, startDraft, withFound } from './mapping-draft.ts'

interface Drafted {
  /** Of which file, laboratory and version it began. */
  readonly key: string
  readonly draft: MappingDraft
}

/** The mapping that somebody goes through. It begins anew where the columns, the subject or the kept version are others. */
export function useMappingDraft(look: Look | undefined, setup: Setup, checked: Checked | undefined) {
  const [drafted, setDrafted] = useState<Drafted>()
  const [found, setFound] = useState<Checked>()
  const key = look?.table ? keyOf(look, setup) : undefined
  const isNew = key !== undefined && drafted?.key !== key
  if (look && isNew) setDrafted({ key, draft: beginning(look, setup) })
  if (checked !== undefined && checked !== found && drafted !== undefined && !isNew) {
    setFound(checked)
    setDrafted({ ...drafted, draft: withFound(drafted.draft, printedIn(checked)) })
  }
  const edit = (part: Partial<MappingDraft>) =>
    setDrafted(before => (before ? { ...before, draft: { ...before.draft, ...part } } : before))
  const reset = () => {
    if (look && key !== undefined) setDrafted({ key, draft: beginning(look, setup) })
  }
  /** Begins again from a version that is kept. */
  const use = (mapping: Mapping) => {
    if (look && key !== undefined)
      setDrafted({ key, draft: beginning({ ...look, kept: { mapping } }, setup) })
  }
  return { draft: drafted?.draft, edit, reset, use }
}

function keyOf({ table, kept }: Look, { about, laboratory }: Setup): string {
  return JSON.stringify([about, laboratory, table?.columns, table?.sheet, table?.headerRow, kept?.version])
}

interface Beginning extends Omit<Look, 'kept'> {
  readonly kept: { readonly mapping: Mapping } | null
}

function beginning({ table, kept, suggested, undecided, unknown }: Beginning, setup: Setup): MappingDraft {
  const mapping = kept?.mapping ?? suggested
  return startDraft({
    ...{ about: setup.about, mapping, isSuggested: kept === null, unknown },
    table: { ...mapping?.table, ...setup.table },
    columns: table?.columns ?? [],
    undecided: kept === null ? undecided : [],
  })
}

function printedIn({ unknown: { tests, units } }: Checked) {
  return { tests: tests.map(({ printed }) => printed), units: units.map(({ printed }) => printed) }
}
