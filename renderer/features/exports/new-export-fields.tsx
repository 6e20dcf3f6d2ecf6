import { MultiSelect, Radio, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { ExportFormat } from '#shared/core/exports/request.ts'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { canBePseudonymised, type TypedExport } from './typed-export.ts'
import { WhyField } from './why-field.tsx'

interface NewExportFieldsProps {
  readonly typed: TypedExport
  readonly isTried: boolean
  readonly onChange: (typed: TypedExport) => void
}

/** In the order in which a site needs them. */
const FORMATS = ['dossier', 'odm', 'sdtm', 'fhir', 'csv'] as const satisfies readonly ExportFormat[]

/** What leaves, whose data, in which form, and why. */
export function NewExportFields({ typed, isTried, onChange }: NewExportFieldsProps) {
  const { t } = useTranslation('exports')
  const change = (part: Partial<TypedExport>) => onChange({ ...typed, ...part })
  return (
    <>
      <Radio.Group
        label={t('make.format')}
        value={typed.format}
        onChange={value => change({ format: ExportFormat.parse(value) })}
      >
        <Stack gap="sm" mt={6}>
          {FORMATS.map(format => (
            <Radio
              key={format}
              value={format}
              label={t(`format.${format}`)}
              description={t(`what.${format}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Scope typed={typed} isTried={isTried} onChange={change} />
      {canBePseudonymised(typed.format) && (
        <Switch
          label={t('make.pseudonymised')}
          description={t('make.pseudonymisedHint')}
          checked={typed.pseudonymised}
          onChange={event => change({ pseudonymised: event.currentTarget.checked })}
        />
      )}
      <WhyField
        label={t('make.why')}
        hint={t('make.whyHint')}
        value={typed.why}
        onChange={why => change({ why })}
        isTried={isTried}
      />
      <Printed typed={typed} onChange={change} />
    </>
  )
}

interface PartProps {
  readonly typed: TypedExport
  readonly onChange: (part: Partial<TypedExport>) => void
}

const ALL = 'all'

function Scope({ typed, isTried, onChange }: PartProps & { readonly isTried: boolean }) {
  const { t } = useTranslation('exports')
  const { data: patients = [] } = useRead('patients', 'list', {})
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const whose = useId()
  return (
    <>
      <div>
        <Text size="sm" fw={500} id={whose} mb={4}>
          {t('make.whose')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby={whose}
          data={[
            { value: 'everybody', label: t('make.everybody') },
            { value: 'some', label: t('make.chosen') },
          ]}
          value={typed.isOfSome ? 'some' : 'everybody'}
          onChange={value => onChange({ isOfSome: value === 'some' })}
        />
      </div>
      {typed.isOfSome && (
        <MultiSelect
          label={t('make.candidates')}
          placeholder={t('make.candidatesHint')}
          data={patients.map(({ id, screeningNumber, initials }) => ({
            value: id as string,
            label: `${screeningNumber} ${initials}`,
          }))}
          value={[...typed.patients]}
          onChange={ids => onChange({ patients: ids.map(id => PatientId.parse(id)) })}
          searchable
          clearable
          hidePickedOptions
          limit={50}
          error={isTried && typed.patients.length === 0 && t('make.candidatesMissing')}
        />
      )}
      <Select
        label={t('make.protocol')}
        data={[{ value: ALL, label: t('everyProtocol') }, ...protocols.map(({ id }) => id as string)]}
        value={typed.protocolId ?? ALL}
        onChange={value =>
          onChange({ protocolId: value === null || value === ALL ? null : ProtocolId.parse(value) })
        }
        allowDeselect={false}
        maw={320}
      />
    </>
  )
}

function Printed({ typed, onChange }: PartProps) {
  const { t } = useTranslation(['exports', 'documents'])
  const label = useId()
  return (
    <div>
      <Text size="sm" fw={500} id={label} mb={4}>
        {t('exports:make.language')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        data={DocumentLanguage.options.map(value => ({ value, label: t(`documents:languageName.${value}`) }))}
        value={typed.language}
        onChange={value => onChange({ language: DocumentLanguage.parse(value) })}
      />
    </div>
  )
}
