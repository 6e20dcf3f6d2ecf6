import { useTranslation } from 'react-i18next'
import { fingerprintText } from '#shared/core/signatures/record.ts'
import { Facts } from '../../components/facts.tsx'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { KeptSignature } from './types.ts'
import classes from './view.module.css'

/** Printed name, role, time with offset, meaning with its whole statement; and what the signature is made with. */
export function SignatureBlock({ kept }: { readonly kept: KeptSignature }) {
  const { t } = useTranslation(['signatures', 'shell'])
  const language = useLanguage()
  const { summary, record, sha256 } = kept
  const { signer, signedAt, meaning } = summary
  return (
    <section className={classes['block']} aria-label={t('signatures:view.signature')}>
      <Facts
        rows={[
          [t('signatures:ceremony.name'), <b key="name">{signer.fullName}</b>],
          [t('signatures:ceremony.role'), t(`shell:role.${signer.role}`)],
          [t('signatures:ceremony.time'), instantText(signedAt, language)],
          [
            t('signatures:ceremony.meaning'),
            <span key="meaning">
              <span lang={language}>{meaning.statement[language]}</span>
              <br />
              <span lang={language === 'en' ? 'zh-CN' : 'en'} className={classes['dim']}>
                {meaning.statement[language === 'en' ? 'zh-CN' : 'en']}
              </span>
            </span>,
          ],
          [t('signatures:record.hash'), <code key="hash">{sha256}</code>],
        ]}
      />
      {record && (
        <details className={classes['more']}>
          <summary>{t('signatures:view.technical')}</summary>
          <Facts
            rows={[
              [t('signatures:view.certificate'), <code key="certificate">{record.certificate.serial}</code>],
              [t('signatures:view.authority'), <code key="ca">{fingerprintText(record.authority)}</code>],
              [t('signatures:view.site'), `${record.site.name} (${record.site.number})`],
              [
                t('signatures:view.application'),
                `Lobule ${record.application.version}${record.application.build ? ` (${record.application.build})` : ''}`,
              ],
              [
                t('signatures:view.trail'),
                <span key="trail">
                  {record.trail.seq} <code>{record.trail.hash}</code>
                </span>,
              ],
              [
                t('signatures:view.clock'),
                record.clock.length === 0
                  ? t('signatures:view.clockGood')
                  : record.clock
                      .map(({ code, seq }) => `${t(`signatures:view.clockFinding.${code}`)} (${seq})`)
                      .join(', '),
              ],
            ]}
          />
        </details>
      )}
    </section>
  )
}
