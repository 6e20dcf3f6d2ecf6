import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import classes from './screening.module.css'
import { useScreeningTools } from './screening-tools.ts'

/** Where the record publishes no criteria and the site has entered none: said as such, with the way to change it. */
export function NotPublished({ screening: { protocol } }: { readonly screening: Screening }) {
  const { t } = useTranslation('screening')
  const textOf = useCoreText()
  const { detailsOf } = useScreeningTools()
  const mayConfigure = useRight('protocols.configure')
  const definition = detailsOf(protocol.id)?.definition
  const isOpen = definition?.eligibilityCriteria === 'not_published' && protocol.siteCriteria === null
  if (!isOpen) return null
  return (
    <div className={classes['notPublished']}>
      <Text size="sm" fw={600}>
        {t('notPublished.title')}
      </Text>
      <ul>
        {definition.notPublished.map(text => (
          <li key={text.en}>{textOf(text)}</li>
        ))}
      </ul>
      {mayConfigure && (
        <LinkAnchor
          to="/protocols/$protocolId"
          params={{ protocolId: protocol.id }}
          hash="site-criteria"
          size="sm"
        >
          {t('notPublished.enter')}
        </LinkAnchor>
      )}
    </div>
  )
}
