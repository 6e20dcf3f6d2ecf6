import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { analytes } from '#shared/core/analytes.ts'
import classes from '../laboratory-report.module.css'
import { type PastedLine, type PastedRow, readPasted } from './paste.ts'

interface PasteDialogProps {
  readonly text: string
  readonly onTake: (rows: readonly PastedRow[], rest: readonly string[]) => void
  readonly onClose: () => void
}

/** A pasted table, line by line as it was understood, before anything of it is taken. */
export function PasteDialog({ text: given, onTake, onClose }: PasteDialogProps) {
  const { t } = useTranslation(['chart', 'common'])
  const [text, setText] = useState(given)
  const lines = readPasted(useDeferredValue(text))
  const rows = lines.flatMap(line => ('row' in line ? [line.row] : []))
  const rest = lines.flatMap(line => ('row' in line ? [] : [line.line]))
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('chart:paste.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Textarea
          label={t('chart:paste.label')}
          description={t('chart:paste.hint')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          rows={text === '' ? 6 : 3}
          data-autofocus={text === '' || undefined}
          spellCheck={false}
        />
        {lines.length > 0 && <Preview lines={lines} />}
        <Group gap="sm">
          <Button
            disabled={rows.length === 0}
            onClick={() => onTake(rows, rest)}
            data-autofocus={text !== '' || undefined}
          >
            {t('chart:paste.take', { count: rows.length })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {rest.length > 0 && <Text size="sm">{t('chart:paste.rest', { count: rest.length })}</Text>}
        </Group>
      </Stack>
    </Modal>
  )
}

function Preview({ lines }: { readonly lines: readonly PastedLine[] }) {
  const { t } = useTranslation('chart')
  return (
    <div className={classes['preview']}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('paste.line')}</th>
            <th scope="col">{t('result.test')}</th>
            <th scope="col">{t('result.value')}</th>
            <th scope="col">{t('result.unit')}</th>
            <th scope="col">{t('matrix.range')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand twice, and the place is its identity
            <tr key={index} data-problem={'problem' in line || undefined}>
              <td className={classes['pasted']}>{line.line}</td>
              {'row' in line ? (
                <Understood row={line.row} />
              ) : (
                <td colSpan={4}>
                  <NotUnderstood problem={line.problem} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Understood({ row: { test, value, unit, low, high } }: { readonly row: PastedRow }) {
  return (
    <>
      <td>{'analyte' in test ? analytes[test.analyte].abbreviation : test.loinc}</td>
      <td>{value}</td>
      <td>{unit}</td>
      <td>
        {low !== '' && high !== ''
          ? `${low} – ${high}`
          : high !== ''
            ? `≤ ${high}`
            : low !== ''
              ? `≥ ${low}`
              : ''}
      </td>
    </>
  )
}

function NotUnderstood({ problem }: { readonly problem: 'noTest' | 'noValue' }) {
  const { t } = useTranslation('chart')
  return (
    <span className={classes['warning']}>
      <IconAlertTriangle size={15} aria-hidden="true" />
      {t(`paste.problem.${problem}`)}
    </span>
  )
}
