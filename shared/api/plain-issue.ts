import type { z } from 'zod'
import { assertNever } from '../core/text.ts'

type Issue = z.core.$ZodIssue
type Limit = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall

/** How zod begins what no schema gave words of its own. */
const RAW = /^(?:Invalid|Too small|Too big|Unrecognized key)/

/** What is wrong and what to write instead. Words that a schema has of its own stay as they are. */
export function plainMessage(issue: Issue): string {
  if (!RAW.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeWords[issue.expected] ?? issue.expected
      return issue.message.endsWith('received undefined') ? `is missing; give ${wanted}` : `must be ${wanted}`
    }
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_small':
      return tooSmall(issue, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue, Number(issue.maximum))
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) && issue.options.length > 0
        ? oneOf(issue.options)
        : 'has none of the forms that are possible here'
    case 'invalid_key':
      return `its name is not possible here: ${issue.issues.map(plainMessage).join('; ')}`
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'invalid_format':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return 'is not in the form that is expected here'
    default:
      return assertNever(issue, 'issue')
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map(String)
  return shown.length === 1 ? `must be ${shown[0]}` : `must be one of ${shown.join(', ')}`
}

function tooSmall({ origin, inclusive }: Limit, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'must not be empty' : `needs at least ${minimum} characters`
  if (origin === 'array')
    return minimum === 1 ? 'needs at least one entry' : `needs at least ${minimum} entries`
  return inclusive === false ? `must be above ${minimum}` : `must be at least ${minimum}`
}

function tooBig({ origin, inclusive }: Limit, maximum: number): string {
  if (origin === 'string') return `has more than ${maximum} characters; shorten it`
  if (origin === 'array') return `has more than ${maximum} entries; give fewer`
  return inclusive === false ? `must be below ${maximum}` : `must be at most ${maximum}`
}
