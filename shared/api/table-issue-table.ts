/** What is said of a file that holds a table and of a mapping that reads it; the form is that of `issueTable`. */
export const tableIssues: readonly (readonly [string, string])[] = [
  // Mappings
  ['the table has no column of this name', '表格中没有该列名'],
  ['say what the column {1} holds, or leave it out on purpose', '请说明列“{1}”的内容，或设为不导入'],
  ['no column is said to hold {1}', '没有列被设为{1:word}'],
  ['more than one column is said to hold {1}', '有多列被设为{1:word}'],
  ['a table of this kind has no such column', '此类表格没有这种列'],
  ['is nothing that this column can say', '不是该列可填的内容'],

  // Texts
  ['ends in the middle of a character; export it again', '在一个字符中间截断；请重新导出'],
  [
    'is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8',
    '不是 UTF-8、UTF-16 或 GB18030 编码的文本；请另存为 UTF-8',
  ],
  ['holds NUL characters: it is no text; export it again', '含有 NUL 字符，不是文本；请重新导出'],
  ['is not in the encoding that was chosen; choose another', '与所选编码不符；请另选编码'],
  ['has more than {1} rows; divide it', '超过 {1} 行；请拆分'],
  ['has a row of more than {1} characters; it is no table', '有一行超过 {1} 个字符，不是表格'],
  ['has a quotation mark that is not closed where it should be', '引号未在应有的位置闭合'],
  ['the row of the column names is blank; choose another', '列名所在行为空；请另选一行'],
  ['has fewer rows than the row of the column names', '行数少于列名所在行的行号'],
  ['has more than {1} columns; it is no table that is read here', '超过 {1} 列，不是可导入的表格'],
  ['has a column name of more than {1} characters', '有列名超过 {1} 个字符'],
  ['holds no rows', '没有任何行'],

  // Workbooks and other files
  ['is damaged or no workbook; save it as .xlsx again', '已损坏或不是工作簿；请重新另存为 .xlsx'],
  ['unpacks to more than {1} MB; divide it', '解压后超过 {1} MB；请拆分'],
  ['has two parts of one name; save it as .xlsx again', '含有两个同名部分；请重新另存为 .xlsx'],
  ['has more than {1} parts; it is no workbook that is read here', '超过 {1} 个部分，不是可导入的工作簿'],
  ['is protected by a password; save it without one', '受密码保护；请取消密码后另存'],
  ['is a workbook without a sheet', '工作簿中没有工作表'],
  ['has no sheet of this name; choose another', '没有该名称的工作表；请另选'],
  ['has a cell of more than {1} characters', '有单元格超过 {1} 个字符'],
  ['spreads over more than {1} cells; divide it', '所占区域超过 {1} 个单元格；请拆分'],
  ['has a cell that is nowhere; save it as .xlsx again', '有单元格没有有效位置；请重新另存为 .xlsx'],
  [
    'is an old workbook (.xls) or protected by a password; save it as .xlsx without one',
    '是旧版工作簿（.xls）或受密码保护；请取消密码并另存为 .xlsx',
  ],
  ['is a PDF; attach it to results as a certified copy', '是 PDF；请作为核证副本附于结果'],
  ['is a picture; attach it to results as a certified copy', '是图片；请作为核证副本附于结果'],
  [
    'is a web page, whatever its name says; save it as .xlsx or CSV',
    '无论文件名为何，实际是网页；请另存为 .xlsx 或 CSV',
  ],
]

/** What columns hold, as the sentences above say it. */
export const tableIssueValues: Readonly<Record<string, string>> = {
  'the patient': '患者',
  'the date of the specimen or examination': '标本或检查日期',
  'the time': '时间',
  'the code of the test': '项目代码',
  'the name of the test': '项目名称',
  'the value': '结果',
  'the comparator': '比较符',
  'the unit': '单位',
  'the range': '参考区间',
  'the lower limit': '参考下限',
  'the upper limit': '参考上限',
  'the control value': '对照值',
  'the state of the specimen': '标本状态',
  'how the vein was seen (ultrasound, CT, MR)': '门静脉的检查方式（超声、CT、MR）',
  'the state of breathing': '呼吸状态',
  'whether the patient fasted': '是否空腹',
  'the diameter': '内径',
  'the mean velocity': '平均流速',
  'the maximum velocity': '最大流速',
  'the flow': '血流量',
  'how the flow was obtained': '血流量的来源',
  'the stiffness in kPa': '硬度（kPa）',
  'the probe': '探头',
  'the IQR/median': 'IQR/中位数',
  'who examined': '检查者',
  'the device': '仪器',
}
