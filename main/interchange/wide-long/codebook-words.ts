import { Role } from '#shared/core/person.ts'
import { type LocalizedText, text } from '#shared/core/text.ts'

/** A column that every export of flat tables has. */
export interface FixedColumn {
  readonly file: string
  readonly column: string
  readonly label: LocalizedText
  readonly type: string
  /** Those to choose from. */
  readonly values?: string
}

const both = 'wide.csv, long.csv'

/** What every export has, in the order of the files. */
export const fixedColumns: readonly FixedColumn[] = [
  {
    file: 'all',
    column: '(cells)',
    label: text(
      'UTF-8, comma, CR LF, RFC 4180. An apostrophe stands before text that a spreadsheet would run as a formula (= + - @ tab, line break, also full-width, and also after apostrophes): take one apostrophe off. An empty cell: nothing was charted.',
      'UTF-8 编码，逗号分隔，CR LF 换行，符合 RFC 4180。电子表格可能当作公式执行的文本（以 = + - @、制表符、换行开头，含全角字符，或其前已有撇号）前加一个撇号，读取时去掉一个撇号。空单元格表示未录入。',
    ),
    type: 'text',
  },
  {
    file: 'all',
    column: '(facts)',
    label: text(
      'Each fact in its last version; retracted facts are not in these tables. Every version stands in the ODM export.',
      '每条记录仅列最新版本；已撤销的记录不在表中。所有历史版本见 ODM 导出。',
    ),
    type: 'text',
  },
  ...columnsOf('subjects.csv', [
    ['subject', text('screening number', '筛选号'), 'text'],
    ['sex', text('sex', '性别'), 'choice', 'female; male; unknown'],
    [
      'birth_date',
      text('date of birth; the year alone where pseudonymised', '出生日期；去标识化时仅为年份'),
      'time',
    ],
    ['registration_date', text('day of registration', '登记日期'), 'time'],
    ['initials', text('initials; empty where pseudonymised', '姓名缩写；去标识化时为空'), 'text'],
    ['full_name', text('name; empty where pseudonymised', '姓名；去标识化时为空'), 'text'],
    ['facts', text('how many facts stand', '现有记录数'), 'whole number'],
  ]),
  ...columnsOf('people.csv', [
    ['author', text('id of a person of the site', '本中心人员编号'), 'text'],
    ['role', text('role', '角色'), 'choice', Role.options.join('; ')],
    ['full_name', text('name; the id where pseudonymised', '姓名；去标识化时为编号'), 'text'],
    ['login_name', text('login name; the id where pseudonymised', '登录名；去标识化时为编号'), 'text'],
  ]),
  ...columnsOf(both, [['subject', text('screening number', '筛选号'), 'text']]),
  ...columnsOf('wide.csv', [
    [
      'day',
      text(
        'day of the site’s calendar; month or year where no more is known; empty where unknown',
        '本中心日历日期；仅知年月时为年月；未知时为空',
      ),
      'time',
    ],
    [
      'repeat',
      text(
        '1, and 2, 3 … where something was charted again for the same day',
        '序号：同一日期同一项目再次录入时依次为 2、3……',
      ),
      'whole number',
    ],
  ]),
  ...columnsOf('long.csv', [
    ['fact', text('id of the fact', '记录编号'), 'text'],
    ['version', text('version of the fact', '记录版本'), 'whole number'],
    ['kind', text('kind of fact', '记录类型'), 'text'],
    ['from', text('when it happened or began', '发生或开始时间'), 'time'],
    ['to', text('when it ended, or ongoing', '结束时间，或 ongoing（持续中）'), 'time'],
    ['variable', text('what the value is, as the wide table names it', '变量名，与宽表列名一致'), 'text'],
    [
      'value',
      text('value as charted; empty where the fact says nothing but its time', '录入值；仅有时间的记录为空'),
      'text',
    ],
    ['comparator', text('relation printed before the value', '数值前所印的比较符'), 'choice', '<; <=; >=; >'],
    ['unit', text('unit, UCUM', '单位（UCUM）'), 'text'],
    ['low', text('lower limit of the reference range as printed', '参考范围下限（报告所印）'), 'number'],
    ['high', text('upper limit of the reference range as printed', '参考范围上限（报告所印）'), 'number'],
    [
      'control',
      text('control value of the run, or not_printed', '本批对照值，或 not_printed（报告未印）'),
      'text',
    ],
    ['laboratory', text('laboratory', '实验室'), 'text'],
    [
      'specimen',
      text('condition of the specimen', '标本状态'),
      'choice',
      'haemolysed; lipaemic; icteric; clotted; other',
    ],
    ['loinc', text('LOINC code', 'LOINC 编码'), 'text'],
    ['source', text('where the value comes from', '数据来源'), 'choice', 'typed; file; report; device'],
    ['source_reference', text('name of the file, the report or the device', '文件、报告或设备名称'), 'text'],
    ['source_sha256', text('SHA-256 of the file or report', '文件或报告的 SHA-256'), 'text'],
    ['source_row', text('row of the file', '文件行号'), 'whole number'],
    ['entered_at', text('when this version was charted', '该版本录入时间'), 'time'],
    ['author', text('who charted it', '录入者'), 'text'],
  ]),
]

type Line = readonly [column: string, label: LocalizedText, type: string, values?: string]

function columnsOf(file: string, lines: readonly Line[]): FixedColumn[] {
  return lines.map(([column, label, type, values]) => ({
    ...{ file, column, label, type },
    ...(values !== undefined && { values }),
  }))
}
