import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSession } from '../../session/session.tsx'
import { KeyShown } from '../session/key-shown.tsx'
import steps from '../session/step-list.module.css'
import { TypeBack } from '../session/type-back.tsx'
import classes from './backups.module.css'
import type { Begun } from './begun.ts'
import { RekeyIntroduction } from './rekey-introduction.tsx'
import { RekeyPeople } from './rekey-people.tsx'

const STEPS = ['begin', 'key', 'people'] as const
type Step = (typeof STEPS)[number] | 'typing'

/** From what happens, over a key that was typed back from its print, to the passwords of those who stay. */
export function RekeySteps() {
  const { t } = useTranslation('backups')
  const { site } = useSession()
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>('begin')
  const { begun, begin, isRunning, error } = useBeginning(() => setStep('key'))
  const leave = () => void navigate({ to: '/backups' })
  if (begun === undefined)
    return (
      <>
        <StepList current="begin" />
        <RekeyIntroduction onBegin={() => void begin()} isBeginning={isRunning} error={error} />
      </>
    )
  return (
    <>
      <StepList current={step === 'typing' ? 'key' : step} />
      {step === 'key' && (
        <>
          <KeyShown
            {...{ site, recoveryKey: begun.recoveryKey, leave: t('key.leave') }}
            onTakenDown={() => setStep('typing')}
            onLeave={leave}
          />
          <div className={classes['draft']}>
            <Notice kind="info">{t('key.draft')}</Notice>
          </div>
        </>
      )}
      {step === 'typing' && (
        <TypeBack
          recoveryKey={begun.recoveryKey}
          onBack={() => setStep('key')}
          onSame={() => setStep('people')}
          goOn={t('key.goOn')}
        />
      )}
      {step === 'people' && <RekeyPeople begun={begun} onLeave={leave} />}
    </>
  )
}

/** The key is kept in this page alone: a mutation of the query client would keep it for minutes. */
function useBeginning(onBegun: () => void) {
  const api = useApi()
  const [begun, setBegun] = useState<Begun>()
  const call = useCallback(async () => setBegun(await api.rekeying.begin({})), [api])
  const { run, isRunning, error } = useSecretCall(call)
  const begin = async () => {
    if (await run(undefined)) onBegun()
  }
  return { begun, begin, isRunning, error }
}

function StepList({ current }: { readonly current: (typeof STEPS)[number] }) {
  const { t } = useTranslation('backups')
  const here = STEPS.indexOf(current)
  return (
    <ol className={steps['steps']}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={steps['step']}
          data-state={index < here ? 'done' : index === here ? 'here' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {index + 1}. {t(`key.steps.${step}`)}
        </li>
      ))}
    </ol>
  )
}
