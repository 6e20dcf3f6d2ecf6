const ZONE = '(?:Z|[+-]\\d{2}:\\d{2})'
const DAY = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const TIME = '(?:[01]\\d|2[0-3])(?::[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?)?'
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`)

/** How values of ODM's types are written (ODM 1.3.2, 2.14); a type that is not here takes any text. */
const patterns: Readonly<Record<string, RegExp>> = {
  integer: whole('[+-]?\\d+'),
  positiveInteger: whole('\\+?0*[1-9]\\d*'),
  float: whole('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)'),
  date: whole(DAY),
  datetime: whole(`${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${ZONE}?`),
  partialDate: whole(`\\d{4}(?:-(?:0[1-9]|1[0-2]))?|${DAY}`),
  partialDatetime: whole(`\\d{4}(?:-(?:0[1-9]|1[0-2]))?|${DAY}(?:T${TIME}${ZONE}?)?`),
}

/** Whether a text is a value of one of ODM's types. */
export function isOfType(value: string, type: string): boolean {
  return patterns[type]?.test(value) ?? true
}
