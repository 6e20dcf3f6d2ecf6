/** A node of the Expression Logical Model, the compiled form of CQL; written by hand with the helpers below. */
export interface Elm {
  readonly type: string
  readonly [part: string]: unknown
}

const types = '{urn:hl7-org:elm-types:r1}'
/** Name space of the model that the patient source speaks. */
export const model = '{urn:lobule:bench}'

const node =
  (type: string) =>
  (...operand: readonly Elm[]): Elm => ({ type, operand })
const unary =
  (type: string) =>
  (operand: Elm): Elm => ({ type, operand })

export const and = node('And')
export const or = node('Or')
export const not = unary('Not')
export const isTrue = unary('IsTrue')
export const exists = unary('Exists')
export const max = (source: Elm): Elm => ({ type: 'Max', source })
export const sameOrBefore = node('SameOrBefore')
export const before = node('Before')
export const greater = node('Greater')
export const lessOrEqual = node('LessOrEqual')
export const equal = node('Equal')
export const includes = node('Includes')
export const isNull = unary('IsNull')
export const add = node('Add')
export const subtract = node('Subtract')

export const unknown: Elm = { type: 'Null' }
export const yes: Elm = { type: 'Literal', valueType: `${types}Boolean`, value: 'true' }
export const no: Elm = { type: 'Literal', valueType: `${types}Boolean`, value: 'false' }
export const text = (value: string): Elm => ({ type: 'Literal', valueType: `${types}String`, value })
export const decimal = (value: string): Elm => ({ type: 'Literal', valueType: `${types}Decimal`, value })

export const when = (condition: Elm, then: Elm, otherwise: Elm): Elm => ({
  type: 'If',
  condition,
  then,
  else: otherwise,
})

/** The day of registration, given as a parameter. */
export const on: Elm = { type: 'ParameterRef', name: 'On' }

export const length = (value: number, unit: string): Elm => ({ type: 'Quantity', value, unit })

/** Sheds the binary dust of a subtraction: the runtime's decimals are floating-point numbers. */
export const rounded = (operand: Elm): Elm => ({
  type: 'Round',
  operand,
  precision: { type: 'Literal', valueType: `${types}Integer`, value: '8' },
})

export const retrieve = (kind: string): Elm => ({ type: 'Retrieve', dataType: `${model}${kind}` })

/** A part of the record that a query calls `R`. */
export const its = (path: string): Elm => ({ type: 'Property', scope: 'R', path })

/** A part of the candidate. */
export const candidate = (path: string): Elm => ({
  type: 'Property',
  path,
  source: { type: 'SingletonFrom', operand: retrieve('Candidate') },
})

export const closed = (low: Elm, high: Elm): Elm => ({
  type: 'Interval',
  low,
  high,
  lowClosed: true,
  highClosed: true,
})

/** `from <list> R where <condition> return all <what>`: duplicates are kept, which is cheaper. */
export function query(list: Elm, where: Elm, what: Elm = { type: 'AliasRef', name: 'R' }): Elm {
  return {
    type: 'Query',
    source: [{ alias: 'R', expression: list }],
    relationship: [],
    where,
    return: { distinct: false, expression: what },
  }
}

export const collapse = (list: Elm): Elm => ({ type: 'Collapse', operand: [list, unknown] })
