import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { injuryHint, rucamHints } from '#shared/core/adverse-events/aid-hints.ts'
import { aidSources, rucamItems } from '#shared/core/adverse-events/aid-words.ts'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { type RucamInjury, type RucamItem, rucamChoices } from '#shared/core/adverse-events/rucam-choices.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { ChoiceField } from '../../chart/form/fact-field.tsx'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import type { Values } from '../../chart/form/typed-values.ts'
import { Aid } from './aid.tsx'
import classes from './aids.module.css'
import { rucamIn, signed } from './aids.ts'
import formClasses from './causality.module.css'
import { AIDS, isBegun, NOT_APPLICABLE, RUCAM_ITEMS } from './judgement-values.ts'
import { RecordHints } from './record-hints.tsx'
import { useAidTexts } from './use-aid-texts.ts'

interface RucamFieldsProps {
  readonly state: FormState
  readonly context: CausalityContext
}

/** The updated RUCAM for liver injury, scored by the clinician; what is not verified against its source says so. */
export function RucamFields({ state, context }: RucamFieldsProps) {
  const { t } = useTranslation('causality')
  const { rucamText } = useAidTexts()
  const scored = rucamIn(state.values)
  const injury = RUCAM_INJURIES.find(one => one === state.values['rucam.injury'])
  const hints = injury && rucamHints(context, injury)
  const pattern = injuryHint(context)
  return (
    <Aid
      name={t('aid.rucam')}
      source={aidSources.rucam}
      sum={scored && rucamText(scored)}
      fields={AIDS.rucam}
      state={state}
    >
      <FieldPlace name="rucam.injury" error={state.errorAt('rucam.injury')}>
        <ChoiceField
          label={t('rucam.injury')}
          options={RUCAM_INJURIES}
          nameOf={one => t(`rucam.${one as RucamInjury}`)}
          {...state.field('rucam.injury')}
          // Points belong to the kind of injury that they were chosen for.
          onChange={next => state.set({ ...cleared, 'rucam.injury': next })}
        />
        <RecordHints hints={pattern && [pattern]} />
      </FieldPlace>
      {injury === undefined ? (
        <p className={formClasses['hint']}>{t('rucam.chooseFirst')}</p>
      ) : (
        <ol className={classes['items']}>
          {RUCAM_ITEMS.map(item => (
            <Item key={item} {...{ item, injury, state }} hints={hints?.[item]} />
          ))}
        </ol>
      )}
    </Aid>
  )
}

const RUCAM_INJURIES = Object.keys(rucamChoices) as RucamInjury[]

const cleared = Object.fromEntries(AIDS.rucam.map(name => [name, '']))

interface ItemProps {
  readonly item: RucamItem
  readonly hints: readonly LocalizedText[] | undefined
  readonly injury: RucamInjury
  readonly state: FormState
}

function Item({ item, hints, injury, state }: ItemProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const name = `rucam.items.${item}`
  const { value, onChange, error } = state.field(name)
  return (
    <li>
      <FieldPlace name={name} error={error}>
        <Radio.Group
          label={textOf(rucamItems[item])}
          value={value === '' ? null : value}
          onChange={onChange}
          error={error}
        >
          <Stack gap={5} mt={4}>
            {rucamChoices[injury][item].map(({ points, text, isVerified }) => (
              <Radio
                key={points}
                value={String(points)}
                size="xs"
                label={
                  <>
                    <b>{signed(points)}</b> {textOf(text)}{' '}
                    {!isVerified && <span className={classes['unverified']}>{t('aid.unverified')}</span>}
                  </>
                }
              />
            ))}
            <Radio value={NOT_APPLICABLE} size="xs" label={t('answer.not_applicable')} />
          </Stack>
        </Radio.Group>
        <RecordHints hints={hints} />
      </FieldPlace>
    </li>
  )
}

const LIVER_TERMS: ReadonlySet<string> = new Set([
  'alanine_aminotransferase_increased',
  'aspartate_aminotransferase_increased',
  'alkaline_phosphatase_increased',
  'blood_bilirubin_increased',
  'ggt_increased',
])

/** Whether an event is one of the liver, or was scored so before. */
export function asksRucam({ content, organClass }: ListedEvent, values: Values): boolean {
  const isLiver = organClass === 'hepatobiliary_disorders' || LIVER_TERMS.has(content.ctcae ?? '')
  return isLiver || isBegun(AIDS.rucam, values)
}
