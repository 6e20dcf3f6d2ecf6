import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '#shared/api/error-text.ts'
import type { ErrorPayload } from '#shared/api/errors.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'

interface RefusedProps {
  readonly problem: ErrorPayload | 'unexpected' | undefined
  readonly onReviewAgain: () => void
}

/** Why nothing was signed, where no field is to blame, and the way on. */
export function Refused({ problem, onReviewAgain }: RefusedProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  if (problem === undefined) return null
  const payload: ErrorPayload = problem === 'unexpected' ? { code: 'internal', reference: 'page' } : problem
  const isOutdated = payload.code === 'changed_since_shown' || payload.code === 'cannot_sign'
  return (
    <Notice kind="bad" role="alert" title={t('ceremony.notSigned')}>
      {errorText(payload, language)}
      <Group mt="xs">
        {isOutdated && (
          <Button size="xs" variant="default" onClick={onReviewAgain}>
            {t('ceremony.reviewAgain')}
          </Button>
        )}
        {payload.code === 'signing_disabled' && (
          <LinkAnchor to="/settings/$tab" params={{ tab: 'signing' }} size="sm">
            {t('ceremony.toSettings')}
          </LinkAnchor>
        )}
      </Group>
    </Notice>
  )
}
