import { Button, Group, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { withPrintedUnits } from '#shared/core/unit-text.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { ctcaeText } from '../form/term-choice.ts'
import { baselineText } from './baseline-text.ts'
import classes from './patient-safety.module.css'
import { useOfferWords } from './use-offer-words.ts'

/** Graded laboratory values of which nobody has said anything. Each is offered; none becomes an event by itself. */
export function OfferList({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('safety')
  const { data: offers, error } = useRead('adverseEvents', 'offers', { patientId })
  if (error !== null) return <Failure error={error} />
  if (offers === undefined) return <Skeleton height={120} radius="sm" />
  return (
    <section aria-label={t('offers.title')}>
      <h3>{t('offers.title')}</h3>
      {offers.length === 0 ? (
        <p className={classes['dim']}>{t('offers.nothing')}</p>
      ) : (
        <>
          <p className={classes['dim']}>{t('offers.hint')}</p>
          <OfferTable offers={offers} />
        </>
      )}
    </section>
  )
}

function OfferTable({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useTranslation('safety')
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} aria-label={t('offers.title')}>
        <thead>
          <tr>
            <th scope="col">{t('offers.on')}</th>
            <th scope="col">{t('offers.term')}</th>
            <th scope="col">{t('offers.value')}</th>
            <th scope="col">{t('offers.byLimits')}</th>
            <th scope="col">{t('offers.byBaseline')}</th>
            <th scope="col">{t('offers.before')}</th>
            <th scope="col">{t('offers.decide')}</th>
          </tr>
        </thead>
        <tbody>
          {offers.map(offer => (
            <OfferLine key={`${offer.result} ${offer.term}`} offer={offer} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { gradeText, againstText } = useOfferWords()
  const { on, printed, term, absolute, relative, baseline, unit, before } = offer
  return (
    <tr>
      <td className={classes['unbroken']}>{timeText(on, language)}</td>
      <th scope="row">{ctcaeText(term, language)}</th>
      <td className={classes['unbroken']}>{withPrintedUnits(printed)}</td>
      <td className={classes['unbroken']}>{gradeText(absolute)}</td>
      <td className={classes['unbroken']}>
        <span className={relative === null ? classes['dim'] : undefined}>{againstText(offer)}</span>
        {baseline !== null && (
          <span className={classes['below']}>
            {t('offers.baseline', { value: baselineText(baseline, unit) })}
          </span>
        )}
      </td>
      <td className={classes['unbroken']}>{before === null ? '–' : gradeText(before)}</td>
      <td>
        <Decide offer={offer} />
      </td>
    </tr>
  )
}

function Decide({ offer: { result, term } }: { readonly offer: Offer }) {
  const { t } = useTranslation('safety')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  const mayJudge = useRight('judgements.write')
  const look = { size: 'compact-sm', variant: 'default' } as const
  return (
    <Group gap={6}>
      {mayWrite && (
        <Button {...look} onClick={() => open({ open: 'enter', kind: 'adverse_event', result, term })}>
          {t('offers.record')}
        </Button>
      )}
      {mayJudge && (
        <Button {...look} onClick={() => open({ open: 'enter', kind: 'result_assessment', result, term })}>
          {t('offers.notSignificant')}
        </Button>
      )}
    </Group>
  )
}
