import { Text } from '@mantine/core'
import type { Fact } from '#shared/core/facts/fact.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { type Attestation, attestationsOf } from '../attestations.ts'
import { factLine, useSpeech, whenText } from '../fact-words.ts'
import { groupFacts } from '../group-facts.ts'
import { ChoiceField, LongTextField, ProtocolField, TimeField } from './fact-field.tsx'
import classes from './fact-form.module.css'
import { FieldPlace, type FormState, focusFirst } from './field-place.tsx'

interface JudgementFieldsProps {
  readonly state: FormState
  readonly patientId: PatientId
}

/** A question that the protocol leaves to the investigator, with the facts that inform the answer. */
export function JudgementFields({ state, patientId }: JudgementFieldsProps) {
  const { t } = useSpeech()
  const { values, set, errorAt, field } = state
  const protocol = ProtocolId.safeParse(values['protocol']).data
  return (
    <>
      <FieldPlace name="protocol" error={errorAt('protocol')}>
        <ProtocolField
          label={t('judgement.protocol')}
          {...focusFirst(field('protocol'), protocol === undefined)}
          onChange={next => set({ protocol: next, question: '', answer: '' })}
        />
      </FieldPlace>
      {protocol && <QuestionFields state={state} patientId={patientId} protocol={protocol} />}
      <FieldPlace name="answer" error={errorAt('answer')}>
        <ChoiceField
          label={t('judgement.answer')}
          required
          options={['yes', 'no']}
          nameOf={answer => (answer === 'yes' ? t('judgement.yes') : t('judgement.no'))}
          {...focusFirst(field('answer'), protocol !== undefined && (values['question'] ?? '') !== '')}
        />
      </FieldPlace>
      <FieldPlace name="ground" error={errorAt('ground')}>
        <LongTextField label={t('judgement.ground')} required {...field('ground')} />
      </FieldPlace>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField label={t('judgement.on')} required {...field('on')} />
      </FieldPlace>
      <FieldPlace name="judgedBy" error={errorAt('judgedBy')}>
        <Text size="sm" c="dimmed">
          {t('judgement.judgedBy', { name: values['judgedBy'] ?? '' })}
        </Text>
      </FieldPlace>
    </>
  )
}

interface QuestionFieldsProps extends JudgementFieldsProps {
  readonly protocol: ProtocolId
}

function QuestionFields({ state, patientId, protocol }: QuestionFieldsProps) {
  const { language, t } = useSpeech()
  const questions = useQuestions(protocol)
  if (questions === undefined) return null
  if (questions.length === 0) return <Text size="sm">{t('judgement.none')}</Text>
  const criterionOf = (question: string) => questions.find(one => one.question === question)?.criterion
  const asked = questions.find(({ question }) => question === state.values['question'])
  return (
    <>
      <FieldPlace name="question" error={state.errorAt('question')}>
        <ChoiceField
          label={t('judgement.question')}
          required
          options={questions.map(({ question }) => question)}
          nameOf={question => {
            const criterion = criterionOf(question)
            return criterion ? `${criterion.label} ${criterion.title[language]}` : question
          }}
          {...state.field('question')}
          // An answer belongs to its question.
          onChange={question => state.set({ question, answer: '' })}
        />
      </FieldPlace>
      {asked && <Question asked={asked} patientId={patientId} />}
    </>
  )
}

/** The questions of a protocol and of the criteria that the site entered for it; undefined until they are read. */
function useQuestions(protocol: ProtocolId): readonly Attestation[] | undefined {
  const { data } = useRead('protocols', 'get', { id: protocol })
  return data && attestationsOf([...data.definition.criteria, ...(data.criteria?.criteria.criteria ?? [])])
}

function Question({ asked, patientId }: { readonly asked: Attestation; readonly patientId: PatientId }) {
  const { language, t } = useSpeech()
  const { data: facts = [] } = useRead('facts', 'list', { patientId })
  const informing = facts.filter(({ content }) =>
    (asked.informedBy as readonly string[]).includes(content.kind),
  )
  return (
    <section aria-label={t('judgement.about')}>
      <p className={classes['question']}>{asked.criterion.title[language]}</p>
      <p className={classes['quote']}>{asked.criterion.quote.text}</p>
      {informing.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt="sm" mb={4}>
            {t('judgement.informing')}
          </Text>
          <InformingFacts facts={informing} />
        </>
      )}
    </section>
  )
}

function InformingFacts({ facts }: { readonly facts: readonly Fact[] }) {
  const speech = useSpeech()
  const sorted = [...groupFacts(facts).values()].flat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <ul className={classes['informing']} tabIndex={0} aria-label={speech.t('judgement.informing')}>
      {sorted.map(({ id, content }) => {
        const { title, details } = factLine(content, speech)
        return (
          <li key={id}>
            <time>{whenText(content, speech)}</time>
            <strong>{title}</strong> {details.join(' · ')}
          </li>
        )
      })}
    </ul>
  )
}
