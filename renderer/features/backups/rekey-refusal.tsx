import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Begun } from './begun.ts'
import { refusedIn } from './refused-in.ts'

interface RekeyRefusalProps {
  readonly error: unknown
  readonly people: Begun['people']
  /** Seconds still to wait. */
  readonly left: number
}

/** Why the store did not get another key; of a wrong password, whose it is. */
export function RekeyRefusal({ error, people, left }: RekeyRefusalProps) {
  const { t } = useTranslation(['backups', 'session'])
  const refused = refusedIn(error)
  if (refused?.why !== 'wrong_password' || refused.loginName === undefined) return <Failure error={error} />
  const name = people.find(({ loginName }) => loginName === refused.loginName)?.fullName ?? refused.loginName
  return (
    <Notice kind="bad" role="alert" title={t('backups:key.people.refused', { name })}>
      {left > 0 ? (
        <div aria-live="off">{t('session:wait.left', { count: left })}</div>
      ) : (
        t('session:wait.over')
      )}
    </Notice>
  )
}
