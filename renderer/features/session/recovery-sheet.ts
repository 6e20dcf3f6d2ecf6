import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { TypedSite } from './site-step.tsx'

/** What is printed or saved of a recovery key. */
export interface Sheet {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly groups: readonly string[]
  readonly paragraphs: readonly string[]
  /** All of it as a text file. */
  readonly text: string
}

/** The sheet of a key: of which site and when, what it is for, where to keep it, how to use it. */
export function useSheet(site: TypedSite, recoveryKey: string): Sheet {
  const { t } = useTranslation('session')
  const language = useLanguage()
  const [madeOn] = useState(() => dayIn(site.timeZone))
  return useMemo(() => {
    const title = t('sheet.title')
    const rows = [
      [t('site.name'), site.name],
      [t('site.number'), site.number],
      [t('sheet.made'), dateText(madeOn, language)],
    ] as const
    const groups = recoveryKey.split('-')
    const paragraphs = [t('sheet.what'), t('sheet.where'), t('sheet.how')]
    const head = rows.map(([label, value]) => `${label}: ${value}`)
    const text = [title, '', ...head, '', recoveryKey, '', ...paragraphs, ''].join('\r\n')
    return { title, rows, groups, paragraphs, text }
  }, [t, language, site, recoveryKey, madeOn])
}

/** Lets the user save a text; the browser or the window asks where to. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Today in a time zone, as an ISO date. */
function dayIn(timeZone: string): string {
  const format = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('en-CA', format).format(new Date())
}
