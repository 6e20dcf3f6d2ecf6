import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EligibilitySubject } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { CandidateRecord } from './candidate-record.tsx'
import { CriterionRecord } from './criterion-record.tsx'
import { Headline } from './headline.tsx'
import classes from './record.module.css'
import { RestsOn } from './rests-on.tsx'
import { UsedFacts } from './used-facts.tsx'

/** The decision about a candidate with all that it rests on, drawn from the record alone: the same in ten years. */
export function EligibilityRecord({ subject }: { readonly subject: EligibilitySubject }) {
  const { t } = useTranslation('signatures')
  const { screening } = subject
  const groups = ['inclusion', 'exclusion'] as const
  return (
    <>
      <Headline subject={subject} />
      <Conflicts subject={subject} />
      <div className={classes['two']}>
        <CandidateRecord subject={subject} />
        <RestsOn subject={subject} />
      </div>
      {groups.map(side => (
        <section key={side}>
          <Title order={2} size="h3" mb={6}>
            {t(`record.${side}`)}
          </Title>
          <ol className={classes['criteria']}>
            {screening.criteria
              .filter(criterion => criterion.side === side)
              .map(criterion => (
                <CriterionRecord key={criterion.id} criterion={criterion} subject={subject} />
              ))}
          </ol>
        </section>
      ))}
      <OtherFacts subject={subject} />
    </>
  )
}

/** Said in words even where there is none: an inspector must see that it was looked at. */
function Conflicts({ subject }: { readonly subject: EligibilitySubject }) {
  const { t } = useTranslation('signatures')
  const textOf = useCoreText()
  const { conflicts } = subject.screening
  if (conflicts.length === 0) return <p className={classes['quiet']}>{t('record.noConflicts')}</p>
  return (
    <ul className={classes['conflicts']}>
      {conflicts.map(conflict => (
        <li key={`${conflict.code} ${conflict.protocol}`}>
          <strong>{t('record.conflict', { what: textOf(conflict.text) })}</strong>
          <UsedFacts evidence={conflict.evidence} subject={subject} />
        </li>
      ))}
    </ul>
  )
}

/** Entries that the decision used and that stand under none of the criteria. */
function OtherFacts({ subject }: { readonly subject: EligibilitySubject }) {
  const { t } = useTranslation('signatures')
  const { criteria, conflicts } = subject.screening
  const shown = new Set(
    [...criteria, ...conflicts].flatMap(({ evidence }) => evidence.map(({ fact }) => fact)),
  )
  const others = subject.facts.filter(({ id }) => !shown.has(id))
  if (others.length === 0) return null
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('record.otherFacts')}
      </Title>
      <UsedFacts evidence={others.map(({ id }) => ({ fact: id }))} subject={subject} />
    </section>
  )
}
