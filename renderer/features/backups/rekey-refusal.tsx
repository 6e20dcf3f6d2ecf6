import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { waitOf } from '../../components/password/refused-secret.ts'

interface RekeyRefusalProps {
  readonly error: unknown
  /** Seconds still to wait. */
  readonly left: number
}

/** Why the store did not get another key; the engine says of a wrong password that it was one, not whose. */
export function RekeyRefusal({ error, left }: RekeyRefusalProps) {
  const { t } = useTranslation('backups')
  if (waitOf(error) !== undefined)
    return <Refusal error={error} left={left} wrong={t('key.people.refusedOne')} />
  const payload = error instanceof AppError ? error.payload : undefined
  if (payload?.code !== 'second_person_refused' || payload.why !== 'wrong_password')
    return <Failure error={error} />
  return (
    <Notice kind="bad" role="alert">
      {t('key.people.refusedOne')}
    </Notice>
  )
}
