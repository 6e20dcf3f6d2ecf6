import { type LocalizedText, text } from '../text.ts'
import type { DoubtCode, RefusalCode, RowOutcome } from './row.ts'

/** What became of a row. */
export const outcomeWords: Readonly<Record<RowOutcome, LocalizedText>> = {
  new: text('new', '新增'),
  same: text('already there', '已有相同记录'),
  changed: text('changed', '有变更'),
  refused: text('refused', '未接受'),
  ignored: text('left out by the mapping', '按对照设置不导入'),
}

/** Why a row, or one column of it, is not taken, and what to do about it. */
export const refusalWords: Readonly<Record<RefusalCode, LocalizedText>> = {
  no_patient: text('says of no patient', '未注明受试者'),
  unknown_patient: text(
    'no candidate has this number; register the candidate first, or correct the number in the file',
    '没有该编号的受试者；请先登记受试者，或在文件中更正编号',
  ),
  ambiguous_patient: text('more than one candidate has this number', '不止一位受试者使用该编号'),
  no_date: text('has no date', '无日期'),
  unreadable_date: text('the date is not in the form that the mapping names', '日期与对照设置中的格式不符'),
  date_in_future: text('the date lies in the future', '日期在将来'),
  date_before_birth: text('the date lies before the candidate was born', '日期早于受试者出生日期'),
  no_test: text('names no test', '未注明检验项目'),
  unknown_test: text(
    'the mapping does not say what test this is; choose one, or leave it out on purpose',
    '对照设置中没有该检验项目；请选定项目，或设为不导入',
  ),
  no_value: text('has no value', '无结果'),
  unreadable_value: text('the value cannot be read as a number', '结果不能读作数值'),
  no_unit: text(
    'prints no unit, and the mapping has none for the test',
    '未印单位，对照设置中也未给出该项目的单位',
  ),
  unknown_unit: text('the mapping does not say what unit this is', '对照设置中没有该单位'),
  unit_of_other_quantity: text('this is not a unit of the test', '该单位不适用于该检验项目'),
  unreadable_range: text('the reference range cannot be read', '参考区间无法读取'),
  unreadable_field: text('what stands there is not possible for this field', '该字段的内容无效'),
  too_many_columns: text('has more cells than the table has columns', '单元格数多于列数'),
  too_few_columns: text('has fewer cells than the table has columns', '单元格数少于列数'),
  contradicts_row: text('two columns of the row contradict one another', '同一行中两列内容互相矛盾'),
  not_supported: text(
    'is taken from no file: what needs a person’s judgement, signature or second person is charted by hand',
    '不能由文件导入：需由人员判断、签名或第二人确认的内容须手工录入',
  ),
  other_specimen: text(
    'is of another specimen than blood; the codes of this mapping are those of blood',
    '不是血液标本；本映射中的编码均针对血液',
  ),
  not_final: text('is not a final result', '不是最终结果'),
  invalid: text('is not valid', '无效'),
}

/** What a value is asked about; `against` of the doubt says what it is held against. */
export const doubtWords: Readonly<Record<DoubtCode, LocalizedText>> = {
  implausible: text(
    'outside what a living patient can have: compare value and unit with the report',
    '超出人体可能的范围：请与报告核对数值和单位',
  ),
  thousandfold: text(
    'about a thousand times another value: compare the unit with the report',
    '与其他数值相差约千倍：请与报告核对单位',
  ),
  jump: text(
    'far from the patient’s own values: compare the decimal point with the report',
    '与该受试者自身的其他结果相差很大：请与报告核对小数点',
  ),
  two_values: text(
    'another value is given for what may be the same specimen: say whether both are right',
    '可能为同一标本，但有另一个结果：请确认两者是否均正确',
  ),
}
