/** Names the rules by which eligibility is computed. Raised with every change that can change an answer. */
export const RULES_VERSION = 'lobule.eligibility/1'
