import { Button, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSummary } from '#shared/api/imports.ts'
import { useRead } from '../../api/hooks.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import { usePeople } from '../chart/use-people.ts'
import { CountList } from './count-list.tsx'
import { ImportedFiles } from './imported-files.tsx'
import classes from './imports.module.css'
import { UndoImport } from './undo-import.tsx'

/** Imports, a line each. */
export function ImportTable({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { t } = useTranslation('imports')
  const mayWrite = useRight('facts.write')
  const [undoing, setUndoing] = useState<ImportSummary>()
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('column.made')}</th>
            <th scope="col">{t('column.what')}</th>
            <th scope="col">{t('column.files')}</th>
            <th scope="col">{t('column.rows')}</th>
            <th scope="col">{t('column.state')}</th>
            {mayWrite && (
              <th scope="col">
                <VisuallyHidden>{t('undo.open')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {imports.map(one => (
            <Line key={one.id} made={one} {...(mayWrite ? { onUndo: () => setUndoing(one) } : {})} />
          ))}
        </tbody>
      </table>
      {undoing && <UndoImport made={undoing} onClose={() => setUndoing(undefined)} />}
    </>
  )
}

interface LineProps {
  readonly made: ImportSummary
  readonly onUndo?: () => void
}

function Line({ made, onUndo }: LineProps) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const personOf = usePeople()
  const { enteredAt, author, files, counts, undone } = made
  return (
    <tr data-undone={undone !== null || undefined}>
      <td className={classes['nowrap']}>
        {timeText(enteredAt, language)}
        <br />
        <span className={classes['quiet']}>{personOf(author)}</span>
      </td>
      <td>
        <About made={made} />
      </td>
      <td>
        <ImportedFiles files={files} />
      </td>
      <td>
        <CountList counts={counts} />
      </td>
      <td>
        <Undone undone={undone} />
      </td>
      {onUndo && (
        <td>
          {undone === null && (
            <Button
              size="compact-sm"
              variant="default"
              aria-haspopup="dialog"
              aria-label={t('undo.label', { files: files.map(({ name }) => name).join(', ') })}
              onClick={onUndo}
            >
              {t('undo.open')}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

function About({ made: { about, format, laboratory } }: Pick<LineProps, 'made'>) {
  const { t } = useTranslation('imports')
  const { data: laboratories = [] } = useRead('laboratories', 'list', {})
  const name = laboratories.find(({ id }) => id === laboratory)?.name
  return (
    <>
      {about === null ? t(`format.${format}`) : t(`about.${about}`)}
      <br />
      <span className={classes['quiet']}>{about === null ? name : (name ?? t(`format.${format}`))}</span>
    </>
  )
}

function Undone({ undone }: Pick<ImportSummary, 'undone'>) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const personOf = usePeople()
  if (undone === null) return t('state.taken')
  const { enteredAt, author, reason, retracted, restored, left } = undone
  const parts = [
    t('state.retracted', { count: retracted }),
    ...(restored > 0 ? [t('state.restored', { count: restored })] : []),
    ...(left > 0 ? [t('state.left', { count: left })] : []),
  ]
  return (
    <>
      {t('state.undone')}
      {language === 'en' ? ': ' : '：'}
      {parts.join(language === 'en' ? ', ' : '，')}
      <Text size="sm" c="dimmed">
        {t('state.undoneBy', { time: timeText(enteredAt, language), who: personOf(author), reason })}
      </Text>
    </>
  )
}
