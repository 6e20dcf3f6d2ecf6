import { Button, Group, Text } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useApi } from '../../../api/api.tsx'
import { Failure } from '../../../components/failure.tsx'
import { useRight } from '../../../session/session.tsx'
import { LinkButton } from '../../chart/link-button.tsx'
import { saveFile } from '../../documents/save-file.ts'
import { listingFilter } from './listing-filter.ts'
import classes from './site.module.css'

/** The line listing of the chosen protocol: as a document, which names its filters, and whole for other programs. */
export function ListingExport() {
  const { t } = useTranslation('safetySite')
  const search = useSearch({ from: '/safety' })
  const { protocol } = search
  const mayExport = useRight('documents.export')
  const { state, save } = useListing()
  if (!mayExport) return null
  const look = { size: 'xs', variant: 'default' } as const
  return (
    <div className={classes['export']}>
      <Group gap="xs" wrap="nowrap">
        <LinkButton
          {...look}
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          to="/documents/new"
          search={{
            kind: 'event_listing',
            filter: listingFilter(search),
            ...(protocol && { protocolId: protocol }),
          }}
        >
          {t('listing.pdf')}
        </LinkButton>
        <Button
          {...look}
          leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
          loading={state.isRunning}
          onClick={() => void save(protocol)}
        >
          {t('listing.csv')}
        </Button>
      </Group>
      {state.error !== undefined && <Failure error={state.error} />}
      <Text size="xs" c="dimmed" role="status">
        {state.rows === undefined
          ? t('listing.hint', { what: protocol ?? t('filter.everyProtocol') })
          : t('listing.done', { count: state.rows })}
      </Text>
    </div>
  )
}

interface ListingState {
  readonly isRunning: boolean
  readonly error?: unknown
  readonly rows?: number
}

/** The answer is the file itself, so it is not kept as other answers are. */
function useListing() {
  const api = useApi()
  const queries = useQueryClient()
  const [state, setState] = useState<ListingState>({ isRunning: false })
  const save = async (protocolId: ProtocolId | undefined) => {
    setState({ isRunning: true })
    try {
      const { fileName, text, rows } = await api.adverseEvents.exportListing(protocolId ? { protocolId } : {})
      saveFile(fileName, text, 'text/csv;charset=utf-8')
      setState({ isRunning: false, rows })
      await queries.invalidateQueries()
    } catch (error) {
      setState({ isRunning: false, error })
    }
  }
  return { state, save }
}
