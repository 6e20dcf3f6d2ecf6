/** Names the rules by which the context of a judgement is computed. Raised with every change that can change it. */
export const CAUSALITY_RULES = 'lobule.causality/1'
