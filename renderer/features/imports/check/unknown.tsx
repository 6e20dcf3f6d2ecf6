import { useTranslation } from 'react-i18next'
import { Facts } from '../../../components/facts.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { Checked } from '../types.ts'

/** Tests, units and patients that nothing knows, with the number of rows that are refused for it. */
export function Unknown({ checked: { unknown } }: { readonly checked: Checked }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const said = (all: Checked['unknown']['tests']) =>
    all
      .map(({ printed, rows }) => t('check.unknownRows', { printed, count: rows }))
      .join(language === 'en' ? ', ' : '、')
  const rows = [
    [t('check.unknownTests'), said(unknown.tests)],
    [t('check.unknownUnits'), said(unknown.units)],
    [t('check.unknownPatients'), said(unknown.patients)],
  ] as const
  const shown = rows.filter(([, value]) => value !== '')
  if (shown.length === 0) return null
  return (
    <Notice kind="bad" title={t('check.unknownTitle')}>
      <Facts rows={shown} />
      {unknown.tests.length + unknown.units.length > 0 && <div>{t('check.unknownHint')}</div>}
      {unknown.patients.length > 0 && (
        <div>
          {t('check.unknownPatientsHint')}{' '}
          <LinkAnchor to="/candidates/new" inherit underline="always">
            {t('check.register')}
          </LinkAnchor>
        </div>
      )}
    </Notice>
  )
}
