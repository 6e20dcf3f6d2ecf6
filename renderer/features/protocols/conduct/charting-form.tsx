import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Api } from '../../../api/api.tsx'
import { useWrite } from '../../../api/hooks.ts'
import { useSession } from '../../../session/session.tsx'
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
  const { site } = useSession()
  const form = useConductForm({
    form: `charting-${protocol.toLowerCase()}`,
    schema: ChartingDraft,
    saved: { version: saved?.version ?? 0, draft: chartingDraftOf(saved?.content) },
  })
  const { draft, setDraft, version, kept } = form
  const [isTried, setTried] = useState(false)
  const enter = useWrite('conduct', 'enterCharting')
  const tell = useTell(chartingProblems(draft), isTried)
  const change = (part: Partial<ChartingDraft>) => setDraft({ ...draft, ...part })
  const save = (reason: string) => {
    setTried(true)
    const content = chartingOf(draft, { protocol, isTraining: site.training === true })
    if (content === undefined) return false
    enter.mutate(
      { protocolId: protocol, expectedVersion: version, content, ...(version > 0 && { reason }) },
      {
        onSuccess: entered => {
          void kept.settle()
          setTried(false)
          form.takeNewest({ version: entered.version, draft: chartingDraftOf(entered.content) })
          notifications.show({ message: t('entered', { version: entered.version }) })
        },
        onError: form.onRefused,
      },
    )
    return true
  }
  const parts = { draft, onChange: change, tell }
  return (
    <ConductForm
      label={t('charting.label')}
      {...{ version, isDirty: form.isDirty, isOvertaken: form.isOvertaken && !enter.isPending }}
      isSaving={enter.isPending}
      error={enter.error}
      found={kept.found}
      onTake={() => {
        if (kept.found) setDraft(kept.found.content)
        kept.take()
      }}
      onDiscard={() => void kept.discard()}
      onKeep={() => {
        enter.reset()
        form.keepMine()
      }}
      onNewest={() => {
        enter.reset()
        form.takeNewest()
      }}
      onSave={save}
      onCancel={() => {
        enter.reset()
        setTried(false)
        form.takeNewest()
        void kept.settle()
      }}
    >
      <ChildPughPart {...parts} />
      <InputDaysPart {...parts} />
      <BaselinePart {...parts} />
      <VariationPart {...parts} />
      <LiverInjuryPart {...parts} />
    </ConductForm>
  )
}
