import { issueText } from '#shared/api/issue-words.ts'
import { unitText } from '../../../i18n/format.ts'
import type { Speech } from '../fact-words.ts'

type Rule = readonly [RegExp, (speech: Speech, found: Readonly<Record<string, string>>) => string]

/** The engine's words about a field, in the language of the screen; what has no other words stands as it is. */
const rules: readonly Rule[] = [
  [/^missing$/, ({ t }) => t('problem.missing')],
  [/^Too small: expected string to have >=1/, ({ t }) => t('problem.missing')],
  [/^Too small: expected array/, ({ t }) => t('problem.chooseOne')],
  [
    /^Too big: expected string to have <=(?<limit>\d+)/,
    ({ t }, { limit = '' }) => t('problem.tooLong', { limit }),
  ],
  [/^a date and time with its offset/, ({ t }) => t('problem.clock')],
  [/eight digits of a MedDRA code/, ({ t }) => t('problem.meddra')],
  [/a day of the calendar/, ({ t }) => t('problem.date')],
  [/must not be negative/, ({ t }) => t('problem.negative')],
  [/must be above 0/, ({ t }) => t('problem.aboveZero')],
  [/digits with an optional decimal point/, ({ t }) => t('problem.number')],

  [
    /^Too small: expected (?:number|int) to be >=(?<limit>\d+)/,
    ({ t }, { limit = '' }) => t('problem.atLeast', { limit }),
  ],
  [
    /^Too big: expected (?:number|int) to be <=(?<limit>\d+)/,
    ({ t }, { limit = '' }) => t('problem.atMost', { limit }),
  ],
  [/expected (?:number|int)/, ({ t }) => t('problem.integer')],
  [/needs the control value/, ({ t }) => t('problem.control')],
  [/lower limit lies above/, ({ t }) => t('problem.range')],
  [/LOINC code/, ({ t }) => t('problem.loinc')],
  [/ATC code under J05/, ({ t }) => t('problem.atcAntiviral')],
  [/ATC code/, ({ t }) => t('problem.atc')],
  [/lies after it was entered/, ({ t }) => t('problem.future')],
  [/lies before `from`/, ({ t }) => t('problem.endBeforeStart')],
  [
    /^(?<unit>.*) is not a UCUM unit; write it in UCUM/,
    ({ t }, { unit = '' }) => t('problem.ucum', { unit }),
  ],
  [/^(?<unit>.*) is not a unit of .* use (?<units>.+)$/, refusedUnit],
  [/^(?<unit>.*) is not a UCUM unit; write (?<units>.+)$/, refusedUnit],
  [/does not interpret this code/, ({ t }) => t('problem.notInterpreted')],
  [/is not printed on the report/, ({ t }) => t('problem.controlNotPrinted')],
  [/^Invalid option/, ({ t }) => t('problem.choose')],
]

export function explain(message: string, speech: Speech): string {
  for (const [pattern, words] of rules) {
    const found = pattern.exec(message)
    if (found) return words(speech, found.groups ?? {})
  }
  return issueText(message, speech.language)
}

function refusedUnit(
  { t, language }: Speech,
  { unit = '', units = '' }: Readonly<Record<string, string>>,
): string {
  const shown = units
    .split(' or ')
    .map(code => (unitText(code) === code ? code : `${unitText(code)} (${code})`))
  return t('problem.unit', { unit, units: shown.join(language === 'en' ? ', ' : '、') })
}
