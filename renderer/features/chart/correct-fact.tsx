import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useApi } from '../../api/api.tsx'
import { useRead, useWrite } from '../../api/hooks.ts'
import { timeText } from '../../i18n/format.ts'
import { useSession } from '../../session/session.tsx'
import { FOLLOW_UPS, withFollowUp } from '../safety/form/follow-up.ts'
import { useGateOverride } from '../signatures/enrolment/use-gate-override.tsx'
import { differencesOf } from './fact-differences.ts'
import { placeOfDraft } from './fact-draft.ts'
import { FactDraftOffer } from './fact-draft-offer.tsx'
import { Differences } from './fact-history.tsx'
import { useSpeech } from './fact-words.ts'
import { FactForm, type Typed } from './form/fact-form.tsx'
import { type Values, valuesOf } from './form/values.ts'
import type { PanelRequest } from './panel-request.ts'
import { usePeople } from './use-people.ts'
import { useTyped } from './use-typed.ts'

interface CorrectFactProps {
  readonly patientId: PatientId
  readonly fact: Fact
  readonly request: Extract<PanelRequest, { open: 'fact' }>
  readonly onOpen: (request: PanelRequest) => void
  readonly onDone: () => void
}

/** A new version of a fact, with its reason. Where somebody else was quicker, their version is shown first. */
export function CorrectFact({ patientId, fact, request, onOpen, onDone }: CorrectFactProps) {
  const { site, user } = useSession()
  const { t } = useTranslation(['chart', 'safety'])
  const isFollowUp = request.correct === FOLLOW_UPS
  const queries = useQueryClient()
  const correct = useWrite('facts', 'correct')
  const api = useApi()
  const gate = useGateOverride()
  const { data: versions } = useRead('facts', 'history', { factId: fact.id })
  const [base, setBase] = useState(fact)
  const initial = useMemo(
    (): Typed => ({
      values: {
        ...(isFollowUp ? withFollowUp : same)(valuesOf(base.content, site.timeZone)),
        // Who is logged in judges; nobody judges under another name.
        ...(base.content.kind === 'judgement' && { judgedBy: user.fullName }),
      },
      reference: referenceOf(base),
      reason: isFollowUp ? t('safety:followUp.reason') : '',
    }),
    [base, site.timeZone, user.fullName, isFollowUp, t],
  )
  const { typed, setTyped, offered, take, discard, finish } = useTyped({
    ...{ patientId, initial, kind: fact.content.kind, factId: fact.id, version: base.version },
    takesDraft: request.draft === true && versions !== undefined,
    onTake({ version = fact.version }) {
      const content = versions?.find(one => one.version === version)?.content
      // What was corrected since the draft was typed must be seen before it is written over.
      if (version < fact.version) setBase({ ...fact, version, content: content ?? fact.content })
    },
  })
  const isOwn = offered?.content.factId === fact.id
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
      {fact.version !== base.version && (
        <OtherVersion mine={base} theirs={fact} onSeen={() => setBase(fact)} />
      )}
      <FactForm
        patientId={patientId}
        kind={fact.content.kind}
        factId={fact.id}
        typed={typed}
        onType={setTyped}
        isCorrection
        fixedSource={isTypedHere(fact) ? undefined : fact.source}
        focusOn={request.correct}
        onCancel={() => {
          void finish()
          onDone()
        }}
        onSave={async ({ content, source, reason }) => {
          const input = { factId: fact.id, expectedVersion: base.version, content, source, reason }
          try {
            await gate.save(
              () => correct.mutateAsync(input),
              override => api.facts.correct({ ...input, override }),
            )
          } catch (error) {
            if (error instanceof AppError && error.payload.code === 'stale_version')
              await queries.invalidateQueries()
            throw error
          }
          await finish()
          onDone()
        }}
      />
      {gate.dialog}
    </Stack>
  )
}

const same = (values: Values): Values => values

function isTypedHere({ source }: Fact): boolean {
  return source.kind === 'typed' || (source.kind === 'report' && source.sha256 === undefined)
}

function referenceOf({ source }: Fact): string {
  return source.kind === 'report' ? source.reference : ''
}

interface OtherVersionProps {
  readonly mine: Fact
  readonly theirs: Fact
  readonly onSeen: () => void
}

/** Somebody corrected the same fact meanwhile: what they changed, before the own change goes on top of it. */
function OtherVersion({ mine, theirs, onSeen }: OtherVersionProps) {
  const speech = useSpeech()
  const { t, language } = speech
  const personOf = usePeople()
  return (
    <Alert color="orange" title={t('stale.title')} role="alert">
      <Text size="sm" mb={4}>
        {t('stale.who', { who: personOf(theirs.author), at: timeText(theirs.enteredAt, language) })}
      </Text>
      <Differences differences={differencesOf(mine.content, theirs.content, speech)} />
      <Button size="xs" variant="default" mt="sm" onClick={onSeen}>
        {t('stale.goOn')}
      </Button>
    </Alert>
  )
}
