/**
 * The general guideline of CTCAE v5.0 for grades 1 to 5, word for word (US National Cancer Institute, 2017-11-27): a term
 * outside the list is graded by it.
 */
export const generalGrades = [
  'Mild; asymptomatic or mild symptoms; clinical or diagnostic observations only; intervention not indicated.',
  'Moderate; minimal, local or noninvasive intervention indicated; limiting age-appropriate instrumental ADL.',
  'Severe or medically significant but not immediately life-threatening; hospitalization or prolongation of hospitalization indicated; disabling; limiting self care ADL.',
  'Life-threatening consequences; urgent intervention indicated.',
  'Death related to AE.',
] as const
