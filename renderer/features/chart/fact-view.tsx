import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { timeText } from '../../i18n/format.ts'
import { useRight } from '../../session/session.tsx'
import { CopiesOfFact } from '../certified-copies/copies-of-fact.tsx'
import { ToEvent } from '../safety/form/to-event.tsx'
import { eventOf } from '../safety/words/event-of.ts'
import { CorrectFact } from './correct-fact.tsx'
import { FactHistory } from './fact-history.tsx'
import classes from './fact-view.module.css'
import { attributeRows, sourceText, useSpeech, whenText } from './fact-words.ts'
import { FlagMark } from './laboratory-matrix.tsx'
import { flagOf } from './matrix.ts'
import type { PanelRequest } from './panel-request.ts'
import { RetractFact } from './retract-fact.tsx'
import { usePeople } from './use-people.ts'

type FactRequest = Extract<PanelRequest, { open: 'fact' }>

interface FactViewProps {
  readonly patientId: PatientId
  readonly request: FactRequest
  readonly onOpen: (request: PanelRequest) => void
  /** After a save: to another request, unless somebody opened one meanwhile. */
  readonly onTurn: (request: PanelRequest) => void
  readonly onClose: () => void
}

/** One fact in full: what it says, where it comes from, every version of it; and the ways to change it. */
export function FactView({ patientId, request, onOpen, onTurn, onClose }: FactViewProps) {
  const { t } = useSpeech()
  const { factId } = request
  const mayWrite = useRight('facts.write')
  const { data: facts, error, refetch } = useRead('facts', 'list', { patientId })
  const [isRetracting, setRetracting] = useState(false)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (facts === undefined) return <Skeleton height={200} />
  const fact = facts.find(({ id }) => id === factId)
  const view = () => onTurn({ open: 'fact', factId })
  if (fact === undefined) {
    return (
      <Stack gap="md">
        <Alert color="orange">{t('notCurrent')}</Alert>
        <FactHistory factId={factId} />
      </Stack>
    )
  }
  const eventId = eventOf(fact)
  // A judgement of causality is made and changed beside what it is judged by.
  if (mayWrite && request.correct !== undefined && fact.content.kind !== 'causality')
    return <CorrectFact {...{ patientId, fact, request, onOpen }} onDone={view} />
  return (
    <Stack gap="lg">
      <FactDetails fact={fact} />
      {eventId && <ToEvent patientId={patientId} factId={eventId} />}
      {mayWrite && !isRetracting && (
        <Group gap="xs">
          {fact.content.kind !== 'causality' && (
            <Button variant="default" onClick={() => onOpen({ open: 'fact', factId, correct: FIRST_FIELD })}>
              {t('correct')}
            </Button>
          )}
          <Button variant="default" onClick={() => setRetracting(true)}>
            {t('retract.open')}
          </Button>
        </Group>
      )}
      {isRetracting && <RetractFact fact={fact} onCancel={() => setRetracting(false)} onDone={onClose} />}
      <CopiesOfFact patientId={patientId} factId={factId} />
      <FactHistory factId={factId} />
    </Stack>
  )
}

/** No field has this name, so the first one is taken. */
const FIRST_FIELD = 'first'

function FactDetails({ fact }: { readonly fact: Fact }) {
  const speech = useSpeech()
  const { language, t } = speech
  const personOf = usePeople()
  const { content, source, enteredAt, author } = fact
  const flag = content.kind === 'laboratory' ? flagOf(content) : undefined
  return (
    <dl className={classes['rows']}>
      <dt>{t('column.when')}</dt>
      <dd>{whenText(content, speech)}</dd>
      {attributeRows(content, speech).map(({ attribute, name, value }) => (
        <Row key={attribute} name={name} value={value} flag={attribute === 'value' ? flag : undefined} />
      ))}
      <dt>{t('column.source')}</dt>
      <dd>{sourceText(source, speech)}</dd>
      <dt>{t('column.entered')}</dt>
      <dd>
        {timeText(enteredAt, language)}
        <Text span c="dimmed" size="sm">{` · ${personOf(author)}`}</Text>
      </dd>
    </dl>
  )
}

interface RowProps {
  readonly name: string
  readonly value: string
  readonly flag: ReturnType<typeof flagOf>
}

function Row({ name, value, flag }: RowProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value} {flag && <FlagMark flag={flag} />}
      </dd>
    </>
  )
}
