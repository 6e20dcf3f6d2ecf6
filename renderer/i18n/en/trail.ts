export const trail = { title: 'Audit trail' } as const
