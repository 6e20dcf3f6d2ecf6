/** A list of choices that is made when it is opened: a mapping has hundreds of them. */
export const lazyList = { comboboxProps: { keepMounted: false } } as const
