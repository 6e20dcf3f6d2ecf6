import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { valueName } from '#shared/core/names.ts'
import type { Anchor, SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { cellsText } from '../../../components/cells-text.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { visitTitle } from '../../chart/trial/visit-title.ts'
import type { ProtocolDetails } from '../protocol-details.ts'
import type { ConductLine } from './conduct-lines.ts'

type Say = TFunction<'conduct'>

/** A schedule as lines to compare and read. */
export function useScheduleLines({ definition }: ProtocolDetails): (schedule: SiteSchedule) => ConductLine[] {
  const { t } = useTranslation('conduct')
  const language = useLanguage()
  const textOf = useCoreText()
  return useCallback(
    schedule => {
      const { protocolVersion, approvedOn, lateEntryDays, stoppingRules, checklist } = flat(schedule)
      const titles = new Map([
        ...definition.assessments.map(({ id, title }) => [id, textOf(title)] as const),
        ...schedule.assessments.map(({ id, title }) => [id, title] as const),
      ])
      return [
        { key: 'version', name: t('approved.version'), value: protocolVersion },
        { key: 'approved', name: t('approved.on'), value: dateText(approvedOn, language) },
        ...schedule.windows.map(({ visit, before, after, anchor }) => ({
          key: `window ${visit}`,
          name: textOf(visitTitle(visit)),
          value: [t('line.window', { before, after }), ...(anchor ? [anchorText(anchor, t)] : [])].join(
            ' · ',
          ),
        })),
        ...schedule.extraVisits.map(visit => extraVisitLine(visit, titles, t)),
        ...schedule.assessments.map(({ id, title }) => ({ key: id, name: t('own.item'), value: title })),
        ...doseLines(schedule, t),
        ...checklist.map(({ id, text, wanted }) => ({
          key: id,
          name: t('checklist.item'),
          value: t('line.item', { text, wanted: textOf(valueName(wanted)) }),
        })),
        ...stoppingRules.map(({ id, text }) => ({ key: id, name: t('stopping.rule'), value: text })),
        ...(lateEntryDays === undefined
          ? []
          : [{ key: 'late', name: t('late.days'), value: String(lateEntryDays) }]),
      ]
    },
    [definition, t, language, textOf],
  )
}

function flat({ doses, ...rest }: SiteSchedule) {
  return { ...rest, ...doses }
}

function anchorText(anchor: Anchor, t: Say): string {
  return anchor.from === 'enrolment' ? t('anchor.enrolment') : t('anchor.dose', { number: anchor.number })
}

function extraVisitLine(
  { id, title, anchor, day, before, after, assessments }: SiteSchedule['extraVisits'][number],
  titles: ReadonlyMap<string, string>,
  t: Say,
): ConductLine {
  const what = assessments.map(one => titles.get(one) ?? one).join(t('line.between'))
  const parts = [
    title,
    t('line.day', { anchor: anchorText(anchor, t), day }),
    t('line.window', { before, after }),
    ...(what === '' ? [] : [what]),
  ]
  return { key: id, name: t('extra.title'), value: parts.join(' · ') }
}

function doseLines({ doses: { count, cells, hasIdentifier } }: SiteSchedule, t: Say): ConductLine[] {
  return [
    ...(count === undefined ? [] : [{ key: 'count', name: t('doses.count'), value: String(count) }]),
    ...(cells === undefined ? [] : [{ key: 'cells', name: t('doses.cells'), value: cellsText(cells) }]),
    {
      key: 'identifier',
      name: t('doses.identifier'),
      value: hasIdentifier ? t('doses.withIdentifier') : t('doses.withoutIdentifier'),
    },
  ]
}
