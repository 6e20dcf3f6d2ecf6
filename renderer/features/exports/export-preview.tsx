import { Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportRequest } from '#shared/core/exports/request.ts'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './exports.module.css'
import { canBePseudonymised } from './typed-export.ts'

/** What an export would hold, before anything is made; undefined while nobody is chosen. */
export function ExportPreview({ request }: { readonly request: ExportRequest | undefined }) {
  const { t } = useTranslation('exports')
  return (
    <section className={classes['preview']} aria-label={t('preview.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('preview.title')}
      </Title>
      {request === undefined ? (
        <Text size="sm" c="dimmed">
          {t('preview.chooseFirst')}
        </Text>
      ) : (
        <Counts request={request} />
      )}
    </section>
  )
}

function Counts({ request }: { readonly request: ExportRequest }) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const { data, error, refetch } = useRead('exports', 'preview', request, { keepPrevious: true })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('preview.counting')} />
  const { subjects, facts, documents, freeTexts } = data
  return (
    <div role="status">
      <Facts
        rows={[
          [t('preview.subjects'), countText(subjects, language)],
          [t('preview.facts'), countText(facts, language)],
          [t('preview.documents'), countText(documents, language)],
        ]}
      />
      <div className={classes['notes']}>
        {subjects === 0 && <Notice kind="bad">{t('preview.nobody')}</Notice>}
        {request.pseudonymised && freeTexts > 0 && (
          <Notice kind="info">{t('preview.freeTexts', { count: freeTexts })}</Notice>
        )}
        {!request.pseudonymised && (
          <Notice kind="bad" title={t('make.identified')}>
            {t(canBePseudonymised(request.format) ? 'make.identifiedHint' : 'make.dossierKeeps')}
          </Notice>
        )}
        <Text size="sm" c="dimmed">
          {t('preview.blinded')}
        </Text>
      </div>
    </div>
  )
}
