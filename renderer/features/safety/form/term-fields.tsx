import { Autocomplete, type ComboboxItem, type OptionsFilter, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CtcaeName, ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { FieldPlace, type FormState } from '../../chart/form/field-place.tsx'
import classes from './safety-form.module.css'
import { ctcaeCalled, ctcaeFound, ctcaeText, retermed } from './term-choice.ts'

/** The term as reported, and the term of CTCAE that it is coded to. */
export function TermFields({ state }: { readonly state: FormState }) {
  const { errorAt } = state
  return (
    <>
      <FieldPlace name="term" error={errorAt('term')}>
        <ReportedTerm state={state} />
      </FieldPlace>
      <FieldPlace name="ctcae" error={errorAt('ctcae')}>
        <CodedTerm state={state} />
      </FieldPlace>
    </>
  )
}

/** Free words, with the terms of CTCAE offered as one types: a name chosen here is coded at once. */
function ReportedTerm({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { value, error } = state.field('term')
  const search: OptionsFilter = ({ search: typed }) =>
    typed.trim() === '' ? [] : ctcaeFound(typed).slice(0, MOST).map(optionOf)
  const optionOf = (name: CtcaeName) => ({
    value: ctcaeText(name, language),
    label: ctcaeText(name, language),
  })
  return (
    <Autocomplete
      label={t('form.term')}
      withAsterisk
      description={t('form.termHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={CtcaeName.options.map(name => ctcaeText(name, language))}
      filter={search}
      renderOption={({ option }) => <BothNames name={nameOf(option as ComboboxItem)} />}
      value={value}
      onChange={term => state.set(retermed(state.values, term))}
      error={error}
      autoFocus={value === ''}
      maxLength={200}
      spellCheck={false}
    />
  )
}

const MOST = 8

function nameOf({ label }: ComboboxItem): CtcaeName {
  return CtcaeName.parse(ctcaeCalled(label))
}

function BothNames({ name }: { readonly name: CtcaeName }) {
  const language = useLanguage()
  const { name: english, chinese } = ctcaeEntries[name]
  const [first, second] = language === 'en' ? [english, chinese] : [chinese, english]
  return (
    <span className={classes['names']}>
      {first}
      <span>{second}</span>
    </span>
  )
}

function CodedTerm({ state }: { readonly state: FormState }) {
  const { t } = useTranslation('safety')
  const language = useLanguage()
  const { value, onChange, error } = state.field('ctcae')
  const entry = CtcaeName.safeParse(value).data
  const isNamed = (state.values['term'] ?? '').trim() !== ''
  const optionOf = (name: CtcaeName) => ({ value: name as string, label: ctcaeText(name, language) })
  return (
    <Select
      label={t('form.ctcae')}
      description={
        entry === undefined
          ? t(isNamed ? 'form.notInList' : 'form.ctcaeHint')
          : ctcaeEntries[entry].definition
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={CtcaeName.options.map(optionOf)}
      filter={({ search: typed }) => ctcaeFound(typed).map(optionOf)}
      renderOption={({ option }) => <BothNames name={CtcaeName.parse(option.value)} />}
      value={entry ?? null}
      onChange={chosen => onChange(chosen ?? '')}
      error={error}
      searchable
      selectFirstOptionOnChange
      clearable
      openOnFocus={false}
      nothingFoundMessage={t('form.noCtcae')}
    />
  )
}
