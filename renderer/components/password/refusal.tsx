import { useTranslation } from 'react-i18next'
import { useErrorText } from '../error-text.ts'
import { Notice } from '../notice.tsx'
import { isWrongSecret, waitOf } from './refused-secret.ts'

interface RefusalProps {
  readonly error: unknown
  /** Seconds still to wait. */
  readonly left: number
  /** What is said of a wrong secret here. */
  readonly wrong: string
}

/** Why the store did not open. The seconds are not read aloud as they pass: only that they are over. */
export function Refusal({ error, left, wrong }: RefusalProps) {
  const { t } = useTranslation('session')
  const textOf = useErrorText()
  if (error === undefined) return null
  if (waitOf(error) === undefined)
    return (
      <Notice kind="bad" role="alert">
        {textOf(error)}
      </Notice>
    )
  return (
    <Notice kind="bad" role="alert" title={isWrongSecret(error) ? wrong : t('wait.tooMany')}>
      {left > 0 ? <div aria-live="off">{t('wait.left', { count: left })}</div> : <div>{t('wait.over')}</div>}
      {t('wait.grows')}
    </Notice>
  )
}
