import { useTranslation } from 'react-i18next'
import { gateReasons } from '#shared/api/error-words.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { usePeople } from '../../chart/use-people.ts'
import classes from '../sign-off.module.css'

interface DeviationsProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

/** What happened although the protocol wanted something else first: what was missing, why, and who confirmed it. */
export function Deviations({ patientId, protocolId }: DeviationsProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const personOf = usePeople()
  const { data = [] } = useRead('enrolment', 'deviations', { patientId })
  const here = data.filter(one => one.protocolId === protocolId)
  return here.map(({ id, step, missing, reason, recordedBy, secondPerson, enteredAt }) => (
    <div key={id} className={classes['deviation']}>
      <strong>{t('deviation.title', { step: t(`plan.step.${step}`) })}</strong>{' '}
      {missing.map(one => gateReasons[one][language]).join(t('ceremony.between'))}
      <div>{t('deviation.reason', { reason })}</div>
      <div className={classes['dim']}>
        {t('deviation.by', {
          by: personOf(recordedBy),
          second: personOf(secondPerson),
          at: instantText(enteredAt, language),
        })}
      </div>
    </div>
  ))
}
