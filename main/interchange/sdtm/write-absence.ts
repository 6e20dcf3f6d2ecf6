import type { Analyte } from '#shared/core/analytes.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'
import { type DomainCode, domains } from './domains.ts'
import { kinds } from './kinds.ts'
import { laboratoryTests } from './laboratory-tests.ts'
import { capitals, type Values, type Written } from './written.ts'

/** "None of it from … to …": asked for, and it did not occur. Where only some types were asked for, its name says which. */
export function writeNegative({ about, from, to, types }: FactContentOf<'negative_finding'>): Written {
  const { domain, topic } = kinds[about]
  const name = types === undefined ? topic : `${topic}: ${types.map(capitals).join(', ')}`
  const none = isFindingDomain(domain)
    ? { ...notDone(domain, 'NONE IN THE PERIOD'), [`${domain}DTC`]: from ?? to, [`${domain}ENDTC`]: to }
    : {
        [`${domain}PRESP`]: 'Y',
        [`${domain}OCCUR`]: 'N',
        [`${domain}STDTC`]: from,
        [`${domain}ENDTC`]: to,
      }
  return { parts: [{ domain, values: { ...named(domain, name), ...none } }], used: ['about', 'from', 'to'] }
}

/** "Asked and not to be had", or a question that does not arise: not done, with the ground. */
export function writeNotKnown({ about, analyte, on, ground }: FactContentOf<'not_known'>): Written {
  const { domain, topic } = kinds[about]
  if (!hasStatus(domain)) {
    const values = { RDOMAIN: domain, COREF: 'not_known', COVAL: `NOT KNOWN: ${topic}` }
    return { parts: [{ domain: 'CO', values }], used: [] }
  }
  const isFinding = isFindingDomain(domain)
  const time = isFinding ? { [`${domain}DTC`]: on } : { [`${domain}STDTC`]: on, [`${domain}PRESP`]: 'Y' }
  const values = { ...named(domain, topic), ...testOf(analyte), ...notDone(domain, ground), ...time }
  return { parts: [{ domain, values }], used: ['about', 'on', 'ground'] }
}

function testOf(analyte: Analyte | undefined): Values {
  if (analyte === undefined) return {}
  const { code, name, category } = laboratoryTests[analyte]
  return { LBTESTCD: code, LBTEST: name.en, LBCAT: category }
}

function notDone(domain: string, ground: string): Values {
  return { [`${domain}STAT`]: 'NOT DONE', [`${domain}REASND`]: ground }
}

function named(domain: DomainCode, topic: string): Values {
  if (!isFindingDomain(domain)) return { [`${domain}${domain === 'MH' ? 'TERM' : 'TRT'}`]: topic }
  const test = { [`${domain}TESTCD`]: `${domain}ALL`, [`${domain}TEST`]: topic }
  return domain === 'FA' ? { ...test, FAOBJ: topic } : test
}

/** Whether a data set can say that something was not done. */
function hasStatus(domain: DomainCode): boolean {
  return domains[domain].variables.some(({ name }) => name === `${domain}STAT`)
}

function isFindingDomain(domain: DomainCode): boolean {
  return domains[domain].variables.some(({ name }) => name === `${domain}TESTCD`)
}
