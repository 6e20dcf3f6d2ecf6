import { issueText } from '#shared/api/issue-words.ts'
import { mappingProblems } from '#shared/core/imports/mapping-problems.ts'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { type MappingDraft, mappingOf } from './mapping-draft.ts'

/** Why a mapping without open choices still cannot read its table, such as no column that names the patient. */
export function MappingFaults({ faults }: { readonly faults: readonly string[] }) {
  const language = useLanguage()
  if (faults.length === 0) return null
  return (
    <Notice kind="bad" role="status">
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {faults.map(message => (
          <li key={message}>{issueText(message, language)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Empty while choices are open: those are marked where they stand. */
export function faultsOf(draft: MappingDraft): string[] {
  const mapping = mappingOf(draft)
  if (mapping === undefined) return []
  const columns = draft.columns.map(({ column }) => column)
  return [...new Set(mappingProblems(mapping, columns).map(({ message }) => message))]
}
