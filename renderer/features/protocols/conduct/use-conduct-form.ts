import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useSession } from '../../../session/session.tsx'
import type { ConductFrame } from './conduct-form.tsx'
import type { ScheduleOf } from './schedule-content.ts'
import { useVersionDraft } from './use-version-draft.ts'

interface Version<C> {
  readonly version: number
  readonly content: C
}

interface NewVersion<C> {
  readonly protocolId: ProtocolId
  readonly expectedVersion: number
  readonly content: C
  readonly reason?: string
}

/** The write that enters a version. */
interface Enter<C> {
  readonly mutate: (
    entry: NewVersion<C>,
    then: {
      readonly onSuccess: (entered: Version<C>) => void
      readonly onError: (error: unknown) => void
    },
  ) => void
  readonly isPending: boolean
  readonly error: unknown
  readonly reset: () => void
}

interface ConductFormOptions<D extends object, C> {
  readonly protocol: ProtocolId
  /** The form's name for drafts, before the protocol's: lower-case. */
  readonly name: string
  readonly schema: z.ZodType<D>
  readonly saved: Version<C> | null
  readonly draftOf: (content: C | undefined) => D
  /** A draft as the engine takes it; undefined where something in it is wrong. */
  readonly contentOf: (draft: D, of: ScheduleOf) => C | undefined
  readonly enter: Enter<C>
}

/** What the site decides, as it is typed, kept and entered as a new version: for the parts of a form and for its frame. */
export function useConductForm<D extends object, C>(options: ConductFormOptions<D, C>) {
  const { protocol, name, schema, saved, draftOf, enter } = options
  const form = useVersionDraft({
    form: `${name}-${protocol.toLowerCase()}`,
    schema,
    saved: { version: saved?.version ?? 0, draft: draftOf(saved?.content) },
  })
  const { draft, setDraft, kept } = form
  const { isTried, setTried, save } = useSave(options, form)
  const frame: ConductFrame = {
    ...{ version: form.version, isDirty: form.isDirty },
    isOvertaken: form.isOvertaken && !enter.isPending,
    ...{ isSaving: enter.isPending, error: enter.error, found: kept.found },
    onTake() {
      if (kept.found) setDraft(kept.found.content)
      kept.take()
    },
    onDiscard: () => void kept.discard(),
    onKeep() {
      enter.reset()
      form.keepMine()
    },
    onNewest() {
      enter.reset()
      form.takeNewest()
    },
    onSave: save,
    onCancel() {
      enter.reset()
      setTried(false)
      form.takeNewest()
      void kept.settle()
    },
  }
  return { draft, change: (part: Partial<D>) => setDraft({ ...draft, ...part }), isTried, frame }
}

type VersionDraft<D> = ReturnType<typeof useVersionDraft<z.ZodType<D>>>

/** Enters what is typed as one new version; false where something in it is wrong. */
function useSave<D extends object, C>(options: ConductFormOptions<D, C>, form: VersionDraft<D>) {
  const { protocol, contentOf, draftOf, enter } = options
  const { t } = useTranslation('conduct')
  const { site } = useSession()
  const [isTried, setTried] = useState(false)
  const save = (reason: string) => {
    setTried(true)
    const content = contentOf(form.draft, { protocol, isTraining: site.training === true })
    if (content === undefined) return false
    const { version } = form
    enter.mutate(
      { protocolId: protocol, expectedVersion: version, content, ...(version > 0 && { reason }) },
      {
        onSuccess: entered => {
          void form.kept.settle()
          setTried(false)
          form.takeNewest({ version: entered.version, draft: draftOf(entered.content) })
          notifications.show({ message: t('entered', { version: entered.version }) })
        },
        onError: form.onRefused,
      },
    )
    return true
  }
  return { isTried, setTried, save }
}
