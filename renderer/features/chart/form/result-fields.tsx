import { Autocomplete, Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Analyte, analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import { readPrinted } from '#shared/core/reports/printed-number.ts'
import { loincOf, onlyUnitOf, ucumOf } from '#shared/core/reports/printed-unit.ts'
import { findTest, searchTests } from '#shared/core/reports/tests.ts'
import { unitsOf } from '#shared/core/units.ts'
import { useRead } from '../../../api/hooks.ts'
import { unitText } from '../../../i18n/format.ts'
import { attributeTitle, testName, useSpeech } from '../fact-words.ts'
import { NOT_PRINTED } from '../printed-result.ts'
import { ChoiceField, PlainField, TimeField } from './fact-field.tsx'
import classes from './fact-form.module.css'
import { FieldPlace, type FormState, focusFirst } from './field-place.tsx'

const SPECIMEN_CONDITIONS = ['haemolysed', 'lipaemic', 'icteric', 'clotted', 'other'] as const

/** One laboratory value as printed; a whole report has its own screen. */
export function ResultFields({ state }: { readonly state: FormState }) {
  const speech = useSpeech()
  const { t } = speech
  const { values, set, errorAt, field } = state
  const analyte = analyteOfLoinc(values['loinc'] ?? '')
  const read = readPrinted(values['value'] ?? '')
  const told =
    'told' in read
      ? t('result.readAs', { value: `${read.comparator ?? ''}${read.value}` })
      : t('result.valueHint')
  const wasChosen = (values['loinc'] ?? '') !== ''
  return (
    <>
      <FieldPlace name="loinc" error={errorAt('loinc')}>
        <TestField
          {...focusFirst(field('loinc'), !wasChosen)}
          onChange={loinc => {
            const next = analyteOfLoinc(loinc)
            set({ loinc, unit: next ? onlyUnitOf(next) : '', control: '' })
          }}
        />
      </FieldPlace>
      <div className={classes['pair']}>
        <FieldPlace name="value" error={errorAt('value')}>
          <PlainField
            label={t('result.value')}
            required
            hint={told}
            {...focusFirst(field('value'), wasChosen)}
          />
        </FieldPlace>
        <FieldPlace name="unit" error={errorAt('unit')}>
          <UnitField
            analyte={analyte}
            {...field('unit')}
            onChange={unit =>
              set({ unit, ...(analyte && { loinc: loincOf(analyte, ucumOf(unit, analyte)) }) })
            }
          />
        </FieldPlace>
      </div>
      <FieldPlace name="on" error={errorAt('on')}>
        <TimeField label={t('result.on')} required withClock {...field('on')} />
      </FieldPlace>
      <div className={classes['pair']}>
        <FieldPlace name="low" error={errorAt('low')}>
          <PlainField label={t('result.low')} {...field('low')} />
        </FieldPlace>
        <FieldPlace name="high" error={errorAt('high')}>
          <PlainField label={t('result.high')} {...field('high')} />
        </FieldPlace>
      </div>
      {analyte === 'prothrombin_time' && (
        <FieldPlace name="control" error={errorAt('control')}>
          <ControlField state={state} />
        </FieldPlace>
      )}
      <FieldPlace name="laboratory" error={errorAt('laboratory')}>
        <LaboratoryField {...field('laboratory')} />
      </FieldPlace>
      <FieldPlace name="specimenCondition" error={errorAt('specimenCondition')}>
        <ChoiceField
          label={attributeTitle('specimenCondition', speech)}
          description={t('result.specimenHint')}
          options={SPECIMEN_CONDITIONS}
          {...field('specimenCondition')}
        />
      </FieldPlace>
    </>
  )
}

interface TextFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly autoFocus?: boolean
}

/** The test by any of its names; a LOINC code that Lobule does not know may be typed. */
function TestField({ value, onChange, ...rest }: TextFieldProps) {
  const { language, t } = useSpeech()
  const [search, setSearch] = useState('')
  const codes = new Map(
    Analyte.options.map(analyte => [analytes[analyte].loinc[0], testLabel(analyte, language)]),
  )
  const found = searchTests(search).map(analyte => analytes[analyte].loinc[0])
  const typed = findTest(search)
  const unknown = typed && 'loinc' in typed ? [typed.loinc] : []
  const current = value === '' || codes.has(value) ? [] : [value]
  const data = [...new Set([...found, ...unknown, ...current])]
  return (
    <Select
      {...rest}
      label={t('result.test')}
      withAsterisk
      data={data.map(loinc => ({ value: loinc, label: codes.get(loinc) ?? testName(loinc, language) }))}
      filter={({ options }) => options}
      value={value === '' ? null : value}
      onChange={loinc => onChange(loinc ?? '')}
      onSearchChange={setSearch}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('result.noTest')}
    />
  )
}

function testLabel(analyte: Analyte, language: 'en' | 'zh-CN'): string {
  return testName(analytes[analyte].loinc[0], language)
}

interface UnitFieldProps extends TextFieldProps {
  readonly analyte: Analyte | undefined
}

/** The unit as printed; the choices are those that Lobule can compare. */
function UnitField({ analyte, value, onChange, ...rest }: UnitFieldProps) {
  const { t } = useSpeech()
  const choices = analyte ? unitsOf(analyte).map(unitText).filter(Boolean) : []
  return (
    <Autocomplete
      {...rest}
      label={t('result.unit')}
      withAsterisk={analyte !== 'inr'}
      data={[...new Set(choices)]}
      filter={({ options }) => options}
      value={unitText(value)}
      onChange={onChange}
      description={analyte === 'inr' ? t('result.noUnit') : t('result.unitHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}

/** A prothrombin time cannot be read without the control of its run: given, or said to be absent. */
function ControlField({ state }: { readonly state: FormState }) {
  const { t } = useSpeech()
  const { values, set, field } = state
  const isNotPrinted = values['control'] === NOT_PRINTED
  return (
    <div className={classes['end']}>
      <PlainField
        label={t('result.control')}
        required
        hint={t('result.controlHint')}
        {...field('control')}
        readOnly={isNotPrinted}
        value={isNotPrinted ? t('result.notPrinted') : (values['control'] ?? '')}
      />
      <Button
        variant="default"
        className={classes['beside'] ?? ''}
        aria-pressed={isNotPrinted}
        onClick={() => set({ control: isNotPrinted ? '' : NOT_PRINTED })}
      >
        {isNotPrinted ? t('result.isPrinted') : t('result.notPrinted')}
      </Button>
    </div>
  )
}

function LaboratoryField({ value, onChange, ...rest }: TextFieldProps) {
  const { t } = useSpeech()
  const { data = [] } = useRead('laboratories', 'list', {})
  return (
    <Autocomplete
      {...rest}
      label={t('result.laboratory')}
      data={data.map(({ name }) => name)}
      value={value}
      onChange={onChange}
    />
  )
}
