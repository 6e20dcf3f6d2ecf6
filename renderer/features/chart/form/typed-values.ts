/** What stands in the fields of a form, as typed. Lists are slugs, kept as words; lists of rows as one text of all. */
export type Values = Readonly<Record<string, string>>
