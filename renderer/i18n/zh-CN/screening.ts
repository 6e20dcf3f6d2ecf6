export const screening = {
  verdict: {
    eligible: '符合',
    projected: '预计符合',
    ineligible: '不符合',
    undetermined: '尚无法判定',
  },
  outcome: {
    satisfied: '通过',
    violated: '不通过',
    unknown: '未知',
    needs_judgement: '待判断',
  },
} as const
