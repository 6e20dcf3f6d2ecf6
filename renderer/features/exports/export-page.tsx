import { Loader, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ExportFiles } from './export-files.tsx'
import { ExportSteps } from './export-steps.tsx'
import { useScopeText } from './export-words.ts'
import classes from './exports.module.css'
import { Takings } from './takings.tsx'

/** One export: how far it is on its way out, what it holds with hashes, and each time that it left. */
export function ExportPage() {
  const { t } = useTranslation(['exports', 'common'])
  const { exportId } = useParams({ from: '/exports/$exportId' })
  const maySee = useRight('documents.export')
  const { isOn } = usePrivacy()
  const { data, error, refetch } = useRead('exports', 'list', {}, { enabled: maySee })
  if (!maySee) return <NotForRole />
  if (isOn) return <Notice kind="info">{t('exports:hidden')}</Notice>
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  const made = data.find(({ id }) => id === exportId)
  if (made === undefined) return <Notice kind="bad">{t('exports:page.unknown')}</Notice>
  return <Export key={exportId} made={made} />
}

function Export({ made }: { readonly made: ExportSummary }) {
  const { t } = useTranslation('exports')
  return (
    <div className={classes['one']}>
      <header className={classes['title']}>
        <LinkAnchor to="/exports" size="sm">
          {t('make.back')}
        </LinkAnchor>
        <Title order={1} size="h2">
          {t(`format.${made.request.format}`)}
        </Title>
      </header>
      <div>
        <ExportSteps made={made} />
        <ExportFiles files={made.files} />
      </div>
      <aside className={classes['side']}>
        <About made={made} />
        <Takings taken={made.taken} />
      </aside>
    </div>
  )
}

function About({ made: { id, request, why } }: { readonly made: ExportSummary }) {
  const { t } = useTranslation('exports')
  const scopeText = useScopeText()
  return (
    <Facts
      rows={[
        [t('page.why'), why],
        [t('page.whose'), scopeText(request)],
        [t('page.protocol'), request.protocolId ?? t('everyProtocol')],
        [t('page.form'), t(request.pseudonymised ? 'pseudonymised' : 'identified')],
        [
          t('page.id'),
          <span key="id" className={classes['hash']}>
            {id}
          </span>,
        ],
      ]}
    />
  )
}
