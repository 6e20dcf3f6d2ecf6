import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { visitTitle } from '../../chart/trial/visit-title.ts'
import classes from './conduct.module.css'
import { AnchorField, ShortField, type Tell } from './conduct-fields.tsx'
import { Part } from './part.tsx'
import { EMPTY_WINDOW, type ScheduleDraft, type WindowRow } from './schedule-draft.ts'

interface WindowsPartProps {
  readonly visits: ProtocolDefinition['visits']
  readonly windows: ScheduleDraft['windows']
  readonly doses: number
  readonly onChange: (windows: ScheduleDraft['windows']) => void
  readonly tell: Tell
}

/** A window for each visit of the record, and where the site counts it from another day than the record's reading. */
export function WindowsPart({ visits, windows, doses, onChange, tell }: WindowsPartProps) {
  const { t } = useTranslation('conduct')
  const textOf = useCoreText()
  return (
    <Part title={t('windows.title')} hint={t('windows.hint')}>
      <Table.ScrollContainer minWidth={560}>
        <Table className={classes['table'] ?? ''} verticalSpacing={4} maw={820}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('windows.visit')}</Table.Th>
              <Table.Th w={130}>{t('windows.before')}</Table.Th>
              <Table.Th w={130}>{t('windows.after')}</Table.Th>
              <Table.Th w={240}>{t('windows.anchor')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visits.map(({ id, week }) => (
              <Row
                key={id}
                name={textOf(visitTitle(id))}
                week={week}
                row={windows[id] ?? EMPTY_WINDOW}
                doses={doses}
                onChange={row => onChange({ ...windows, [id]: row })}
                tell={field => tell(`windows.${id}.${field}`)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Part>
  )
}

interface RowProps {
  readonly name: string
  readonly week: number
  readonly row: WindowRow
  readonly doses: number
  readonly onChange: (row: WindowRow) => void
  readonly tell: Tell
}

function Row({ name, week, row, doses, onChange, tell }: RowProps) {
  const { t } = useTranslation('conduct')
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}{' '}
        <Text span size="xs" c="dimmed">
          {t('windows.day', { day: week * 7 })}
        </Text>
      </Table.Th>
      {(['before', 'after'] as const).map(side => (
        <Table.Td key={side}>
          <ShortField
            label={t(`windows.${side}Of`, { visit: name })}
            isHidden
            value={row[side]}
            onChange={value => onChange({ ...row, [side]: value })}
            error={tell(side)}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <AnchorField
          label={t('windows.anchorOf', { visit: name })}
          isHidden
          none={t('anchor.record')}
          value={row.anchor}
          doses={doses}
          onChange={anchor => onChange({ ...row, anchor })}
          error={tell('anchor')}
        />
      </Table.Td>
    </Table.Tr>
  )
}
