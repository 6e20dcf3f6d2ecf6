import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { valueName } from '#shared/core/names.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { ConductLine } from './conduct-lines.ts'

type Say = TFunction<['safetySite', 'conduct']>

/** How a site watches safety, as lines to compare and read. */
export function useSafetyLines(): (safety: SiteSafety) => ConductLine[] {
  const { t } = useTranslation(['safetySite', 'conduct'])
  const language = useLanguage()
  const textOf = useCoreText()
  return useCallback(
    safety => {
      const { protocolVersion, approvedOn, reference, relatedCategories, cohorts, sameEpisodeDays } = safety
      const related = relatedCategories?.map(one => textOf(valueName(one))).join(t('conduct:line.between'))
      return [
        { key: 'version', name: t('conduct:approved.version'), value: protocolVersion },
        { key: 'approved', name: t('conduct:approved.on'), value: dateText(approvedOn, language) },
        ...reportingLines(safety, t),
        ...line('reference', t('conduct.reference'), reference && referenceText(reference)),
        ...line('expected', t('conduct.expected'), reference?.expected.join(t('conduct:line.between'))),
        ...line('related', t('conduct.relatedCategories'), related),
        ...doseLimitingLines(safety, t),
        ...cohorts.map(({ id, title }) => ({ key: id, name: t('conduct.cohort'), value: title })),
        ...line('episode', t('conduct.sameEpisode'), sameEpisodeDays?.toString()),
      ]
    },
    [t, language, textOf],
  )
}

function line(key: string, name: string, value: string | undefined): ConductLine[] {
  return value === undefined || value === '' ? [] : [{ key, name, value }]
}

function referenceText({ name, version, on }: NonNullable<SiteSafety['reference']>): string {
  return [name, version, on].join(' · ')
}

function reportingLines({ reporting }: SiteSafety, t: Say): ConductLine[] {
  const { sponsorHours, ethicsCommitteeHours, followUpDays } = reporting
  return [
    { key: 'sponsor', name: t('conduct.sponsorHours'), value: String(sponsorHours) },
    ...line('ethics', t('conduct.ethicsHours'), ethicsCommitteeHours?.toString()),
    ...line('followUp', t('conduct.followUp'), followUpDays?.toString()),
  ]
}

function doseLimitingLines({ doseLimiting }: SiteSafety, t: Say): ConductLine[] {
  if (doseLimiting === undefined) return []
  const { definition, windowDays, after } = doseLimiting
  return [
    { key: 'definition', name: t('conduct.definition'), value: definition },
    { key: 'window', name: t('conduct.windowDays'), value: String(windowDays) },
    { key: 'after', name: t('conduct.after'), value: t(`conduct.${after}`) },
  ]
}
