export const trail = { title: '稽查轨迹' } as const
