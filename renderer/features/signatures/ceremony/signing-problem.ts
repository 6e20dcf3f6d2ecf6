import { useTranslation } from 'react-i18next'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'

/** Where a refused signature is explained: at a field, or for the whole. */
interface SigningProblem {
  readonly loginName?: string
  readonly password?: string
  readonly whole?: ErrorPayload | 'unexpected'
}

/** Puts the refusal of a signature to the place where it can be put right. `left`: seconds still to wait. */
export function useSigningProblem(error: unknown, asksLoginName: boolean, left: number): SigningProblem {
  const { t } = useTranslation('signatures')
  if (error === undefined) return {}
  if (!(error instanceof AppError)) return { whole: 'unexpected' }
  const { payload } = error
  const wait = left > 0 ? ` ${t('ceremony.wait', { count: left })}` : ''
  if (payload.code === 'wrong_password')
    return { password: t(asksLoginName ? 'ceremony.wrongPair' : 'ceremony.wrongPassword') + wait }
  if (payload.code === 'too_many_attempts') return { password: t('ceremony.tooMany') + wait }
  if (payload.code === 'login_name_asked') return { loginName: t('ceremony.loginNameAsked') }
  return { whole: payload }
}
