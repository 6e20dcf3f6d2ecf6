import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { SignatureStatus } from '../../components/status.tsx'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { Changes } from './changes.tsx'
import { latestConfiguration } from './decisions.ts'
import classes from './sign-off.module.css'
import { SignedBy } from './signed-by.tsx'

interface ConfigurationStatusProps {
  readonly protocolId: ProtocolId
}

/** Whether the readings and site criteria as they are now are signed; the principal investigator signs them from here. */
export function ConfigurationStatus({ protocolId }: ConfigurationStatusProps) {
  const { t } = useTranslation('signatures')
  const maySign = useRight('signatures.sign')
  const mayConfigure = useRight('protocols.configure')
  const { data } = useRead('signatures', 'list', { protocolId })
  const signature = data && latestConfiguration(data, protocolId)
  if (data === undefined) return null
  const mayNow = maySign && mayConfigure && signature?.status !== 'current'
  return (
    <section className={classes['configuration']} aria-label={t('configuration.label')}>
      <div className={classes['line']}>
        {signature ? (
          <span className={classes['decision']}>
            <SignatureStatus status={signature.status} />
            <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: signature.id }} size="sm">
              <SignedBy signature={signature} />
            </LinkAnchor>
          </span>
        ) : (
          <span className={classes['dim']}>
            {mayConfigure ? t('configuration.notSigned') : t('configuration.notSignedOther')}
          </span>
        )}
        {mayNow && (
          <LinkButton to="/protocols/$protocolId/sign" params={{ protocolId }} size="xs">
            {signature ? t('view.signAgain') : t('signOff.sign')}
          </LinkButton>
        )}
      </div>
      {signature?.status === 'not_current' && signature.notCurrent && (
        <div className={classes['changes']}>
          <Changes why={signature.notCurrent.why} protocolId={protocolId} />
        </div>
      )}
    </section>
  )
}
