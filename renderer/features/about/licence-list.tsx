import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Failure } from '../../components/failure.tsx'
import classes from './about.module.css'

const Licences = z.object({
  packages: z.array(
    z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.int().nullable() }),
  ),
  texts: z.array(z.string()),
})

/** Everybody's work that is shipped with Lobule, with the words of its licence. Loaded when it is looked at. */
export function LicenceList() {
  const { t } = useTranslation(['settings', 'common'])
  const { data: licences, error } = useQuery({ queryKey: ['page', 'licences'], queryFn: loadLicences })
  if (error) return <Failure error={error} />
  if (!licences) return <Text c="dimmed">{t('common:loading')}</Text>
  return (
    <div className={classes['licences']}>
      {licences.packages.map(({ name, version, licence, text }) => {
        const words = text === null ? undefined : licences.texts[text]
        const line = (
          <>
            <span>{name}</span>
            <span>{version}</span>
            <span>{licence.startsWith('SEE') ? t('settings:about.seeText') : licence}</span>
          </>
        )
        const key = `${name} ${version}`
        if (words === undefined)
          return (
            <div key={key} className={classes['licence']} data-bare>
              {line}
            </div>
          )
        return (
          <details key={key} className={classes['licence']}>
            <summary>{line}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <pre tabIndex={0}>{words}</pre>
          </details>
        )
      })}
    </div>
  )
}

async function loadLicences() {
  const { default: text } = await import('./licences.json?raw')
  return Licences.parse(JSON.parse(text))
}
