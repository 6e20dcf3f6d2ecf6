import { Skeleton, Stack } from '@mantine/core'
import { useState } from 'react'
import { analytes } from '#shared/core/analytes.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { onlyUnitOf } from '#shared/core/reports/printed-unit.ts'
import { useApi } from '../../api/api.tsx'
import { useRead, useWrite } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useSession } from '../../session/session.tsx'
import { knownOfSafety } from '../safety/form/known.ts'
import { useGateOverride } from '../signatures/enrolment/use-gate-override.tsx'
import { placeOfDraft } from './fact-draft.ts'
import { FactDraftOffer } from './fact-draft-offer.tsx'
import { FactForm, type Typed } from './form/fact-form.tsx'
import type { Values } from './form/values.ts'
import type { PanelRequest } from './panel-request.ts'
import { useSavedNotice } from './use-saved-notice.tsx'
import { useTyped } from './use-typed.ts'

type EnterRequest = Extract<PanelRequest, { open: 'enter' }>

interface EnterFactProps {
  readonly patientId: PatientId
  readonly request: EnterRequest
  readonly onOpen: (request: PanelRequest) => void
  readonly onClose: () => void
}

/** The form for a new fact, with what the request knows of it already; that may be what another fact says. */
export function EnterFact(props: EnterFactProps) {
  const { patientId, request } = props
  const restsOnFact = request.result !== undefined
  const { data: facts } = useRead('facts', 'list', { patientId }, { enabled: restsOnFact })
  if (restsOnFact && facts === undefined) return <Skeleton height={300} />
  return <NewFact {...props} facts={facts ?? []} />
}

function NewFact({
  patientId,
  request,
  onOpen,
  onClose,
  facts,
}: EnterFactProps & { readonly facts: readonly Fact[] }) {
  const { user, site } = useSession()
  const language = useLanguage()
  // What was known when the form opened: a fact that is charted meanwhile changes nothing that is typed.
  const [initial] = useState((): Typed => {
    const more = knownOfSafety(request, { facts, language, timeZone: site.timeZone })
    return { values: { ...known(request, user.fullName), ...more }, reference: '', reason: '' }
  })
  const { typed, setTyped, offered, take, discard, finish } = useTyped({
    ...{ patientId, initial, kind: request.kind, takesDraft: request.draft === true },
  })
  const record = useWrite('facts', 'record')
  const api = useApi()
  const gate = useGateOverride()
  const tell = useSavedNotice()
  const isOwn = offered !== undefined && offered.content.kind === request.kind && !offered.content.factId
  return (
    <Stack gap="md">
      {offered && (
        <FactDraftOffer
          draft={offered.content}
          savedAt={offered.savedAt}
          onTake={() => (isOwn ? take() : onOpen(placeOfDraft(offered.content)))}
          onDiscard={() => void discard()}
        />
      )}
      <FactForm
        patientId={patientId}
        kind={request.kind}
        typed={typed}
        onType={setTyped}
        onCancel={() => {
          void finish()
          onClose()
        }}
        onSave={async ({ content, beside, source }) => {
          const facts = [content, ...beside].map(one => ({ content: one, source }))
          const input = { patientId, facts }
          const saved = await gate.save(
            () => record.mutateAsync(input),
            // Not through a mutation of the query client: that would keep the second person's password.
            override => api.facts.record({ ...input, override }),
          )
          await finish()
          tell(saved)
          onClose()
        }}
      />
      {gate.dialog}
    </Stack>
  )
}

/** Who is logged in judges; nobody judges under another name. */
function known(request: EnterRequest, user: string): Values {
  const { kind, about, analyte, protocol, question, visit, number } = request
  return {
    ...(kind === 'judgement' && { judgedBy: user }),
    ...(about && { about }),
    ...(analyte && { loinc: analytes[analyte].loinc[0], unit: onlyUnitOf(analyte) }),
    ...(about === 'laboratory' && analyte && { analyte }),
    ...(protocol && { protocol }),
    ...(question && { question }),
    ...(visit && { visit }),
    ...(number && { number: String(number) }),
  }
}
