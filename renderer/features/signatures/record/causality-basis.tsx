import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CausalitySubject } from '#shared/core/signatures/subject.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { FactLines, Medication } from '../../safety/causality/context/fact-lines.tsx'
import { LiverPosition } from '../../safety/causality/context/liver-position.tsx'
import { SinceDoses } from '../../safety/causality/context/since-doses.tsx'
import classes from './record.module.css'
import { UsedFacts } from './used-facts.tsx'

/** What stood beside the form when it was judged, the entries that it rests on, and what was asked of the event. */
export function CausalityBasis({ subject }: { readonly subject: CausalitySubject }) {
  const { t } = useTranslation(['signatures', 'causality'])
  const textOf = useCoreText()
  const { context, facts, questions } = subject
  const { sinceDoses, liver, medications, earlier, dechallenge } = context
  return (
    <>
      <Block title={t('causality:context.sinceDoses')}>
        <SinceDoses doses={sinceDoses} />
      </Block>
      {liver && (
        <Block title={t('causality:context.liver')}>
          <LiverPosition liver={liver} />
        </Block>
      )}
      <Block title={t('causality:context.medication')}>
        <Medication medications={medications} />
      </Block>
      <Block title={t('causality:context.earlier')}>
        <FactLines lines={earlier} none={t('causality:context.noEarlier')} />
      </Block>
      <Block title={t('causality:context.dechallenge')}>
        <p className={classes['why']}>
          {dechallenge ? textOf(dechallenge) : t('causality:context.noDechallenge')}
        </p>
      </Block>
      {questions.length > 0 && (
        <Block title={t('signatures:record.causality.questions')}>
          <ul className={classes['plain']}>
            {questions.map(({ code, text, answer }) => (
              <li key={code}>
                {textOf(text)}{' '}
                <span className={classes['dim']}>
                  {answer ?? t('signatures:record.causality.notAnswered')}
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {facts.length > 0 && (
        <Block title={t('signatures:record.causality.restsOn')}>
          <UsedFacts evidence={facts.map(({ id }) => ({ fact: id }))} subject={subject} />
        </Block>
      )}
    </>
  )
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {title}
      </Title>
      {children}
    </section>
  )
}
