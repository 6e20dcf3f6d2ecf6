import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Api } from '../../../api/api.tsx'
import { useWrite } from '../../../api/hooks.ts'
import { ChartingDraft, chartingDraftOf, chartingOf, chartingProblems } from './charting-draft.ts'
import { BaselinePart, ChildPughPart, InputDaysPart } from './charting-parts.tsx'
import { useTell } from './conduct-fields.tsx'
import { ConductForm } from './conduct-form.tsx'
import { LiverInjuryPart } from './liver-injury-part.tsx'
import { useConductForm } from './use-conduct-form.ts'
import { VariationPart } from './variation-part.tsx'

type ChartingVersion = NonNullable<Awaited<ReturnType<Api['conduct']['get']>>['charting']>

interface ChartingFormProps {
  readonly protocol: ProtocolId
  readonly saved: ChartingVersion | null
}

/** What the sources of scores and charts leave open, and the site decides. */
export function ChartingForm({ protocol, saved }: ChartingFormProps) {
  const { t } = useTranslation('conduct')
  const { draft, change, isTried, frame } = useConductForm({
    ...{ protocol, saved, name: 'charting' },
    ...{ schema: ChartingDraft, draftOf: chartingDraftOf, contentOf: chartingOf },
    enter: useWrite('conduct', 'enterCharting'),
  })
  const tell = useTell(chartingProblems(draft), isTried)
  const parts = { draft, onChange: change, tell }
  return (
    <ConductForm label={t('charting.label')} {...frame}>
      <ChildPughPart {...parts} />
      <InputDaysPart {...parts} />
      <BaselinePart {...parts} />
      <VariationPart {...parts} />
      <LiverInjuryPart {...parts} />
    </ConductForm>
  )
}
