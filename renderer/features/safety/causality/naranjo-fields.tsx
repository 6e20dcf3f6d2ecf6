import { Group, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { naranjoHints } from '#shared/core/adverse-events/aid-hints.ts'
import { aidSources, naranjoQuestions } from '#shared/core/adverse-events/aid-words.ts'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import { NARANJO_ANSWERS, naranjoPoints } from '#shared/core/adverse-events/naranjo-answers.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { Aid } from './aid.tsx'
import classes from './aids.module.css'
import { naranjoIn, signed } from './aids.ts'
import formClasses from './causality.module.css'
import { AIDS } from './judgement-values.ts'
import { RecordHints } from './record-hints.tsx'
import { useAidTexts } from './use-aid-texts.ts'

interface NaranjoFieldsProps {
  readonly state: FormState
  readonly context: CausalityContext
}

/** Naranjo's ten questions with their points, sum and band. */
export function NaranjoFields({ state, context }: NaranjoFieldsProps) {
  const { t } = useTranslation('causality')
  const { naranjoText } = useAidTexts()
  const answers = naranjoIn(state.values)
  const hints = naranjoHints(context)
  return (
    <Aid
      name={t('aid.naranjo')}
      source={aidSources.naranjo}
      sum={answers && naranjoText(answers)}
      fields={AIDS.naranjo}
      state={state}
    >
      <p className={formClasses['hint']}>{t('aid.weak')}</p>
      <ol className={classes['items']}>
        {naranjoQuestions.map((question, index) => (
          <Question key={question.en} {...{ question, index, state }} hints={hints[index]} />
        ))}
      </ol>
    </Aid>
  )
}

interface QuestionProps {
  readonly question: LocalizedText
  readonly index: number
  readonly hints: readonly LocalizedText[] | undefined
  readonly state: FormState
}

function Question({ question, index, hints, state }: QuestionProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const name = `naranjo.${index}`
  const { value, onChange, error } = state.field(name)
  return (
    <li>
      <FieldPlace name={name} error={error}>
        <Radio.Group
          label={t('aid.question', { number: index + 1, question: textOf(question) })}
          value={value === '' ? null : value}
          onChange={onChange}
          error={error}
        >
          <Group gap={14} mt={4}>
            {NARANJO_ANSWERS.map(answer => (
              <Radio
                key={answer}
                value={answer}
                size="xs"
                label={
                  <>
                    {t(`answer.${answer}`)}{' '}
                    <span className={classes['points']}>{signed(naranjoPoints(index, answer))}</span>
                  </>
                }
              />
            ))}
          </Group>
        </Radio.Group>
        <RecordHints hints={hints} />
      </FieldPlace>
    </li>
  )
}
