import { Button, Group, Loader, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { restoring } from '#shared/api/restoring.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { ageText } from '../../../i18n/age-text.ts'
import { bytesText } from '../../../i18n/bytes-text.ts'
import { countText, timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './restore.module.css'
import type { ChosenBackup } from './use-restore.ts'

type Found = z.output<typeof restoring.offers.output>
type Offer = Found['offers'][number]

interface FoundBackupsProps {
  /** A computer without a store has found nothing yet, and need not say so. */
  readonly isFresh: boolean
  readonly onChoose: (backup: ChosenBackup) => void
}

/** What this computer finds by itself, newest first, and why a folder that it knows cannot be looked into. */
export function FoundBackups({ isFresh, onChoose }: FoundBackupsProps) {
  const { t } = useTranslation(['restore', 'common'])
  const { data, error, isFetching, refetch } = useRead('restoring', 'offers', {})
  // The unlock screen may have asked long ago, before the stick was there.
  useEffect(() => void refetch(), [refetch])
  if (isFresh && (data === undefined || (data.offers.length === 0 && data.folder === null))) return null
  return (
    <section aria-labelledby="found-backups">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h3" id="found-backups">
          {t('restore:found.title')}
        </Title>
        <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('restore:found.again')}
        </Button>
      </Group>
      {error && <Failure error={error} />}
      {!error && data === undefined && <Loader type="dots" aria-label={t('common:loading')} />}
      {data && <Offers found={data} onChoose={onChoose} />}
    </section>
  )
}

interface OffersProps {
  readonly found: Found
  readonly onChoose: (backup: ChosenBackup) => void
}

function Offers({ found: { now, folder, trouble, offers }, onChoose }: OffersProps) {
  const { t } = useTranslation('restore')
  const sites = offers.flatMap(({ copy }) => (copy === null ? [] : `${copy.site.number} ${copy.site.name}`))
  const isOneSite = new Set(sites).size === 1
  return (
    <>
      {folder !== null && (
        <Text size="sm" c="dimmed" className={classes['path'] ?? ''}>
          {t('found.folder', { folder })}
        </Text>
      )}
      {trouble !== null && (
        <div className={classes['trouble']}>
          <Notice kind="bad" role="status">
            {t(`trouble.${trouble}`)}
          </Notice>
        </div>
      )}
      {offers.length === 0 && trouble === null && <Text size="sm">{t('found.none')}</Text>}
      {offers.length > 0 && (
        <div className={classes['offers']}>
          <table className={classes['table']} aria-labelledby="found-backups">
            <thead>
              <tr>
                <th scope="col">{t('found.made')}</th>
                <th scope="col">{t('found.file')}</th>
                <th scope="col" data-number>
                  {t('found.entries')}
                </th>
                <th scope="col" data-number>
                  {t('found.size')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {offers.map((offer, index) => (
                <OfferRow key={offer.id} {...{ offer, now, isOneSite, onChoose }} isLatest={index === 0} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

interface OfferRowProps {
  readonly offer: Offer
  readonly now: string
  readonly isLatest: boolean
  /** Then its name on every line says nothing. */
  readonly isOneSite: boolean
  readonly onChoose: (backup: ChosenBackup) => void
}

function OfferRow({ offer, now, isLatest, isOneSite, onChoose }: OfferRowProps) {
  const { id, fileName, place, bytes, copy } = offer
  const { t } = useTranslation('restore')
  const language = useLanguage()
  const remarks = [
    copy === null && t('found.unreadable'),
    copy !== null && !isOneSite && copy.site.name,
    copy !== null && copy.purpose !== 'backup' && t(`found.purposes.${copy.purpose}`),
    place === 'beside' && t('found.beside'),
  ].filter(remark => remark !== false)
  const choose = copy && (() => onChoose({ source: { kind: 'found', id }, name: fileName, copy }))
  return (
    <tr>
      <td className={classes['made']}>
        {copy !== null && (
          <>
            <strong>{timeText(copy.madeAt, language)}</strong>
            <span className={classes['second']}>{ageText(copy.madeAt, now, language)}</span>
          </>
        )}
      </td>
      <td className={classes['path']}>
        {fileName}
        <span className={classes['second']}>{remarks.join(' · ')}</span>
      </td>
      <td data-number>{copy && countText(copy.trail.entries, language)}</td>
      <td data-number>{bytesText(bytes, language)}</td>
      <td data-number>
        {choose && (
          <Button
            size="compact-sm"
            variant={isLatest ? 'filled' : 'default'}
            onClick={choose}
            aria-label={t('found.chooseNamed', { name: timeText(copy.madeAt, language) })}
          >
            {t('found.choose')}
          </Button>
        )}
      </td>
    </tr>
  )
}
