import { useTranslation } from 'react-i18next'
import { aidSources, naranjoQuestions, rucamItems } from '#shared/core/adverse-events/aid-words.ts'
import { naranjoPoints } from '#shared/core/adverse-events/naranjo-answers.ts'
import { rucamChoices } from '#shared/core/adverse-events/rucam-choices.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { Facts } from '../../../components/facts.tsx'
import classes from './aids.module.css'
import { signed } from './aids.ts'
import formClasses from './causality.module.css'
import { type Judgement, RUCAM_ITEMS } from './judgement-values.ts'
import { useAidTexts } from './use-aid-texts.ts'

interface AidsViewProps {
  readonly judgement: Judgement
  readonly isWhole: boolean
}

/** The scales that were answered beside a judgement: sum, band, every item and the source. */
export function AidsView({ judgement: { naranjo, rucam }, isWhole }: AidsViewProps) {
  return (
    <>
      {naranjo && <NaranjoView {...{ naranjo, isWhole }} />}
      {rucam && <RucamView {...{ rucam, isWhole }} />}
    </>
  )
}

interface NaranjoViewProps {
  readonly naranjo: NonNullable<Judgement['naranjo']>
  readonly isWhole: boolean
}

function NaranjoView({ naranjo, isWhole }: NaranjoViewProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const { naranjoText } = useAidTexts()
  return (
    <details open={isWhole}>
      <summary>
        {t('aid.naranjo')} · {naranjoText(naranjo)}
      </summary>
      <Facts
        rows={naranjoQuestions.map((question, index) => {
          const answer = naranjo[index] ?? 'unknown'
          return [
            t('aid.question', { number: index + 1, question: textOf(question) }),
            `${t(`answer.${answer}`)} (${signed(naranjoPoints(index, answer))})`,
          ] as const
        })}
      />
      <p className={formClasses['hint']}>{t('aid.source', { source: textOf(aidSources.naranjo) })}</p>
    </details>
  )
}

interface RucamViewProps {
  readonly rucam: NonNullable<Judgement['rucam']>
  readonly isWhole: boolean
}

function RucamView({ rucam, isWhole }: RucamViewProps) {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  const { rucamText } = useAidTexts()
  return (
    <details open={isWhole}>
      <summary>
        {t('aid.rucam')} · {rucamText(rucam)}
      </summary>
      <Facts
        rows={[
          [t('rucam.injury'), t(`rucam.${rucam.injury}`)],
          ...RUCAM_ITEMS.map(item => {
            const points = rucam.items[item]
            const choice = rucamChoices[rucam.injury][item].find(one => one.points === points)
            return [
              textOf(rucamItems[item]),
              <span key={item}>
                {points === null ? t('answer.not_applicable') : signed(points)}{' '}
                {choice && textOf(choice.text)}{' '}
                {choice?.isVerified === false && (
                  <span className={classes['unverified']}>{t('aid.unverified')}</span>
                )}
              </span>,
            ] as const
          }),
        ]}
      />
      <p className={formClasses['hint']}>{t('aid.source', { source: textOf(aidSources.rucam) })}</p>
    </details>
  )
}
