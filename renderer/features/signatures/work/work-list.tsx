import { Button, Loader, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Work } from '#shared/api/signatures.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { useRight } from '../../../session/session.tsx'
import { ClockWork } from '../../safety/clocks/clock-work.tsx'
import { VisitWork } from '../../visits/work/visit-work.tsx'
import ceremony from '../ceremony/ceremony.module.css'
import { NotForRole } from '../sign-pages.tsx'
import classes from './work.module.css'
import { WorkLine } from './work-line.tsx'
import { itemOf, keyOf, WORK_ORDER } from './work-words.ts'

/** What is to be done: reports with a deadline, visits, then what waits for a signature. */
export function WorkList() {
  const { t } = useTranslation(['signatures', 'common'])
  const mayRead = useRight('screening.read')
  const { isOn } = usePrivacy()
  if (!mayRead) return <NotForRole />
  return (
    <div className={ceremony['page']}>
      <Title order={1}>{t('signatures:work.page')}</Title>
      {isOn ? (
        <Notice kind="info">{t('signatures:work.hidden')}</Notice>
      ) : (
        <>
          <ClockWork />
          <VisitWork />
          <SignatureWork />
        </>
      )}
    </div>
  )
}

/** Everything that waits for a signature, the most urgent first; several can be signed in one sitting. */
function SignatureWork() {
  const { t } = useTranslation(['signatures', 'common'])
  const { data, error, refetch } = useRead('signatures', 'workList', {})
  return (
    <>
      <Title order={2} mt="lg">
        {t('signatures:work.title')} {data && <span className={classes['count']}>{data.length}</span>}
      </Title>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {data && <Lists work={data} />}
    </>
  )
}

/** As many as one sitting takes. */
const MOST = 100

function Lists({ work }: { readonly work: readonly Work[] }) {
  const { t } = useTranslation('signatures')
  const navigate = useNavigate()
  const maySign = useRight('signatures.sign')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const picked = work.filter(one => chosen.has(keyOf(one)))
  const choose = (one: Work, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(keyOf(one))
    else next.delete(keyOf(one))
    setChosen(next)
  }
  const chooseAll = (lines: readonly Work[]) =>
    setChosen(new Set([...chosen, ...lines.map(keyOf)].slice(0, MOST)))
  const start = () =>
    void navigate({ to: '/signatures/sign', search: { items: picked.flatMap(one => itemOf(one) ?? []) } })
  if (work.length === 0) return <Text c="dimmed">{t('work.nothing')}</Text>
  return (
    <>
      {WORK_ORDER.map(kind => {
        const lines = work.filter(one => one.kind === kind)
        if (lines.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`work-${kind}`}>
            <div className={classes['head']}>
              <Title order={3} id={`work-${kind}`}>
                {t(`work.kind.${kind}`)} <span className={classes['count']}>{lines.length}</span>
              </Title>
              {maySign && kind === 'ready_to_sign' && lines.length > 1 && (
                <Button variant="subtle" size="compact-sm" onClick={() => chooseAll(lines)}>
                  {t('work.chooseAll')}
                </Button>
              )}
            </div>
            <Text size="sm" c="dimmed" mb={6}>
              {t(`work.hint.${kind}`)}
            </Text>
            <ul className={classes['lines']}>
              {lines.map(one => (
                <WorkLine
                  key={keyOf(one)}
                  work={one}
                  isChosen={chosen.has(keyOf(one))}
                  onChoose={maySign ? isChosen => choose(one, isChosen) : undefined}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {picked.length > 0 && (
        <div className={classes['bar']}>
          <Button onClick={start}>{t('work.signChosen', { count: picked.length })}</Button>
          <Button variant="default" onClick={() => setChosen(new Set())}>
            {t('work.clear')}
          </Button>
        </div>
      )}
    </>
  )
}
