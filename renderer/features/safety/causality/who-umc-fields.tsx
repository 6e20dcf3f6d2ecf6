import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  aidSources,
  whoUmcAnswers,
  whoUmcAsks,
  whoUmcCriteria,
} from '#shared/core/adverse-events/aid-words.ts'
import { WhoUmcAnswers, WhoUmcCategory } from '#shared/core/adverse-events/who-umc.ts'
import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { capital } from '../../chart/fact-words.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import { whoUmcIn } from './aids.ts'
import classes from './causality.module.css'
import { WHO_UMC_ANSWERS } from './judgement-values.ts'
import { Part } from './part.tsx'
import { UnmetList } from './unmet-list.tsx'

/** What WHO-UMC asks, each answered; then the category, chosen by the investigator and by nobody else. */
export function WhoUmcFields({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const judged = whoUmcIn(state.values)
  return (
    <Part title={t('whoUmc.title')} hint={textOf(aidSources.whoUmc)}>
      {WHO_UMC_ANSWERS.map(criterion => (
        <Criterion key={criterion} criterion={criterion} state={state} />
      ))}
      <Category state={state} />
      {judged && <UnmetList {...judged} />}
    </Part>
  )
}

interface CriterionProps {
  readonly criterion: keyof WhoUmcAnswers
  readonly state: FormState
}

function Criterion({ criterion, state }: CriterionProps) {
  const textOf = useCoreText()
  const name = `whoUmc.answers.${criterion}`
  const words: Readonly<Record<string, LocalizedText>> = whoUmcAnswers[criterion]
  return (
    <FieldPlace name={name} error={state.errorAt(name)}>
      <ChoiceField
        label={textOf(whoUmcCriteria[criterion])}
        required
        options={WhoUmcAnswers.shape[criterion].options}
        nameOf={answer => capital(textOf(words[answer] ?? valueName(answer)))}
        {...state.field(name)}
      />
    </FieldPlace>
  )
}

function Category({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const { value, onChange, error } = state.field('whoUmc.category')
  return (
    <FieldPlace name="whoUmc.category" error={error}>
      <Radio.Group
        label={t('whoUmc.category')}
        description={t('whoUmc.categoryHint')}
        withAsterisk
        value={value === '' ? null : value}
        onChange={onChange}
        error={error}
      >
        <div className={classes['categories']}>
          {WhoUmcCategory.options.map(category => (
            <Radio
              key={category}
              value={category}
              label={capital(textOf(valueName(category)))}
              description={capital(textOf(whoUmcAsks[category]))}
            />
          ))}
        </div>
      </Radio.Group>
    </FieldPlace>
  )
}
