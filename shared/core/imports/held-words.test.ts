import { expect, it } from 'vitest'
import { tableIssueValues } from '../../api/table-issue-table.ts'
import { HELD } from './held-words.ts'

it('says in both languages what each column can hold', () => {
  expect(Object.values(HELD).toSorted()).toEqual(Object.keys(tableIssueValues).toSorted())
})
