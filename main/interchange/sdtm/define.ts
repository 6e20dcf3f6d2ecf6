import type { Cell } from '../csv.ts'
import { remarks, setApart } from './define-words.ts'
import { type DomainCode, domains } from './domains.ts'

/** The columns of the definition. */
export const definitionHead = [
  ...['dataset', 'variable', 'label_en', 'label_zh', 'type', 'core', 'standard', 'note_en', 'note_zh'],
] as const

/** What every variable of the data sets means and whose it is, then what SDTM has and this export leaves out. */
export function definitionRows(written: readonly DomainCode[]): Cell[][] {
  return [
    ...remarks.map(({ en, 'zh-CN': zh }): Cell[] => ['all', null, null, null, null, null, null, en, zh]),
    ...written.flatMap(dataSetRows),
    ...setApart
      .filter(({ dataset }) => dataset === 'all' || written.some(code => code === dataset))
      .map(({ dataset, variable, why }): Cell[] => [
        ...[dataset, variable, null, null, null, null, 'left out', why.en, why['zh-CN']],
      ]),
  ]
}

function dataSetRows(code: DomainCode): Cell[][] {
  const { label, standard, variables } = domains[code]
  return [
    [code, null, label.en, label['zh-CN'], null, null, standard, null, null],
    ...variables.map(({ name, label: own, type, core }): Cell[] => {
      const isOurs = core === 'ours' || standard === 'Lobule'
      return [
        code,
        name,
        own.en,
        own['zh-CN'],
        type,
        core === 'ours' ? null : core,
        isOurs ? 'Lobule' : standard,
        null,
        null,
      ]
    }),
  ]
}
