/** Words of what is charted about safety, as the chart puts it in lines. */
export const safety = {
  notGraded: '未分级',
  grade: '{{grade}}级',
  gradeSince: '{{since}} 起{{grade}}级',
  isSerious: '严重',
  product: '与产品：{{relation}}',
  against: '{{answer}}（{{reference}}）',
  answered_other: '已答 {{count}} 题',
  theEvent: '病历中的事件',
  theResult: '病历中的实验室检查值',
} as const
