import { Analyte } from '#shared/core/analytes.ts'
import type { FactKind } from '#shared/core/facts/content.ts'
import { factNames, valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Cell } from '../csv.ts'
import type { DomainCode } from './domains.ts'
import { survivalTest } from './judgement-kinds.ts'
import type { KindDefinition, Test } from './kind-definition.ts'
import { definitions } from './kinds.ts'
import { laboratoryTests, pregnancyTest } from './laboratory-tests.ts'
import { actions, outcomes } from './write-adverse-event.ts'
import { contactModes, dispositions } from './write-trial.ts'

/** The columns of the terms. */
export const termHead = ['dataset', 'variable', 'term', 'name_en', 'name_zh', 'standard'] as const

interface Term {
  readonly dataset: DomainCode
  readonly variable: string
  readonly term: string
  readonly name: LocalizedText
  readonly cdisc: boolean
}

/** The terms that the data sets can have, and which of them are CDISC's. */
export function termRows(written: readonly DomainCode[]): Cell[][] {
  const rows = terms
    .filter(({ dataset }) => written.includes(dataset))
    .map(({ dataset, variable, term, name, cdisc }): Cell[] => [
      ...[dataset, variable, term, name.en, name['zh-CN']],
      cdisc ? 'CDISC' : 'Lobule',
    ])
  return rows
}

const action = { dataset: 'AE', variable: 'AEACN' } as const
const outcome = { dataset: 'AE', variable: 'AEOUT' } as const
const contactMode = { dataset: 'SV', variable: 'SVCNTMOD' } as const
const disposition = { dataset: 'DS', variable: 'DSDECOD' } as const

const terms: readonly Term[] = [
  ...Object.entries(definitions).flatMap(([kind, definition]) => kindTerms(kind as FactKind, definition)),
  ...Analyte.options.map(analyte => testTerm('LB', laboratoryTests[analyte])),
  testTerm('LB', pregnancyTest),
  testTerm('SS', survivalTest),
  ...chosenTerms(action, actions),
  ...Object.entries(outcomes).map(([value, term]) => ({
    ...outcome,
    term,
    name: valueName(value),
    cdisc: true,
  })),
  ...chosenTerms(contactMode, contactModes),
  ...chosenTerms(disposition, dispositions.consent),
  ...chosenTerms(disposition, dispositions.enrolment),
  { ...disposition, ...dispositions.death, name: factNames.death },
  { ...disposition, ...dispositions.unblinding, name: factNames.unblinding },
]

/** The terms of the values of an attribute. */
function chosenTerms(
  where: Pick<Term, 'dataset' | 'variable'>,
  values: Readonly<Record<string, Pick<Term, 'term' | 'cdisc'>>>,
): Term[] {
  return Object.entries(values).map(([value, { term, cdisc }]) => ({
    ...where,
    term,
    name: valueName(value),
    cdisc,
  }))
}

function kindTerms(kind: FactKind, { domain, tests = {}, topicFrom, topic }: KindDefinition): Term[] {
  const own = Object.values(tests).map(test => testTerm(domain, test))
  if (own.length > 0 || topicFrom !== undefined) return own
  const named = { term: topic, name: factNames[kind], cdisc: false }
  if (domain === 'MH') return [{ dataset: domain, variable: 'MHTERM', ...named }]
  if (domain === 'CM' || domain === 'PR' || domain === 'EX')
    return [{ dataset: domain, variable: `${domain}TRT`, ...named }]
  return []
}

function testTerm(dataset: DomainCode, { code, name, cdisc }: Test): Term {
  return { dataset, variable: `${dataset}TESTCD`, term: code, name, cdisc }
}
