export const verify = { title: 'Verify a PDF' } as const
