import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'

/** Saves the form of a criteria file, for whoever writes it. */
export function SchemaDownload() {
  const { t } = useTranslation('protocols')
  const save = () => {
    const schema = JSON.stringify(z.toJSONSchema(SiteCriteria, { io: 'input' }), null, 2)
    const address = URL.createObjectURL(new Blob([schema], { type: 'application/schema+json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'lobule.criteria-1.schema.json'
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button variant="subtle" size="compact-sm" onClick={save}>
      {t('site.schema')}
    </Button>
  )
}
