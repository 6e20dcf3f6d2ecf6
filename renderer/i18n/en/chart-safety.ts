/** Words of what is charted about safety, as the chart puts it in lines. */
export const safety = {
  notGraded: 'not graded',
  grade: 'grade {{grade}}',
  gradeSince: 'grade {{grade}} since {{since}}',
  isSerious: 'serious',
  product: 'product: {{relation}}',
  against: '{{answer}} ({{reference}})',
  answered_one: '{{count}} question answered',
  answered_other: '{{count}} questions answered',
  theEvent: 'a charted event',
  theResult: 'a charted laboratory value',
} as const
