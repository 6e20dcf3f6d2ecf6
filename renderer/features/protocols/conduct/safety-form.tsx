import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Api } from '../../../api/api.tsx'
import { useWrite } from '../../../api/hooks.ts'
import { ApprovedPart } from './approved-part.tsx'
import { useTell } from './conduct-fields.tsx'
import { ConductForm } from './conduct-form.tsx'
import { safetyOf, safetyProblems } from './safety-content.ts'
import { SafetyDraft, safetyDraftOf } from './safety-draft.ts'
import { CohortsPart, DoseLimitingPart, EpisodesPart, RelatedPart } from './safety-parts.tsx'
import { ReferencePart, ReportingPart } from './safety-reporting-parts.tsx'
import { nextId } from './schedule-draft.ts'
import { useConductForm } from './use-conduct-form.ts'

type SafetyVersion = NonNullable<Awaited<ReturnType<Api['conduct']['get']>>['safety']>

interface SafetyFormProps {
  readonly protocol: ProtocolId
  readonly saved: SafetyVersion | null
  readonly history: readonly SafetyVersion[]
}

/** Deadlines, reference safety information, what limits a dose: none of it is published, the site enters it. */
export function SafetyForm({ protocol, saved, history }: SafetyFormProps) {
  const { t } = useTranslation('safetySite')
  const { draft, change, isTried, frame } = useConductForm({
    ...{ protocol, saved, name: 'safety' },
    ...{ schema: SafetyDraft, draftOf: safetyDraftOf, contentOf: safetyOf },
    enter: useWrite('conduct', 'enterSafety'),
  })
  const tell = useTell(safetyProblems(draft), isTried)
  const parts = { draft, onChange: change, tell }
  const taken = [draft.cohorts, ...history.map(({ content }) => content.cohorts)].flat()
  return (
    <ConductForm label={t('conduct.label')} {...frame}>
      <ApprovedPart {...parts} />
      <ReportingPart {...parts} isConfirmed={saved !== null} />
      <ReferencePart {...parts} />
      <RelatedPart {...parts} />
      <DoseLimitingPart {...parts} />
      <CohortsPart
        {...parts}
        newId={() =>
          nextId(
            'cohort',
            taken.map(({ id }) => id),
          )
        }
      />
      <EpisodesPart {...parts} />
    </ConductForm>
  )
}
