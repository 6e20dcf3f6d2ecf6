import { IconAlertTriangle, IconHelpCircle, IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { valueName } from '#shared/core/names.ts'
import { SignatureStatus, Status } from '../../../components/status.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './patient-safety.module.css'

interface SeriousMarkProps extends Pick<ListedEvent, 'content'> {
  /** What is said where it is not serious; a plain no beneath a heading that asks. */
  readonly no?: string
}

/** Whether it is serious, as its deadlines have it; that nobody has said so is said. */
export function SeriousMark({ content, no }: SeriousMarkProps) {
  const { t } = useTranslation('safety')
  if (isSerious(content)) return <Status kind="bad" icon={IconAlertTriangle} word={t('list.isSerious')} />
  if (content.serious === 'no') return <>{no ?? t('list.notSerious')}</>
  return <Status kind="open" icon={IconHelpCircle} word={t('list.seriousOpen')} />
}

/** The last judgement and how its signature stands; that nobody has judged is said. */
export function RelationCell({ event: { causality, signature } }: { readonly event: ListedEvent }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  if (causality === null) return <Status kind="judge" icon={IconScale} word={t('list.notJudged')} />
  const { product, whoUmc } = causality.content
  return (
    <>
      {t('list.relation', {
        relation: valueName(product)[language],
        category: valueName(whoUmc.category)[language],
      })}
      <span className={classes['below']}>
        {signature === null ? t('list.notSigned') : <SignatureStatus status={signature.status} />}
      </span>
    </>
  )
}

/** How many questions nobody has answered. */
export function OpenQuestions({ questions }: Pick<ListedEvent, 'questions'>) {
  const { t } = useTranslation('safety')
  const count = questions.filter(({ answer }) => answer === null).length
  if (count === 0) return <span className={classes['dim']}>–</span>
  return <Status kind="open" icon={IconHelpCircle} word={t('list.open', { count })} />
}
