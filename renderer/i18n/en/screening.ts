export const screening = {
  verdict: {
    eligible: 'Eligible',
    projected: 'Would be eligible',
    ineligible: 'Ineligible',
    undetermined: 'Cannot tell yet',
  },
  outcome: {
    satisfied: 'Passes',
    violated: 'Fails',
    unknown: 'Unknown',
    needs_judgement: 'Needs judgement',
  },
} as const
