export const verify = { title: '验证 PDF' } as const
