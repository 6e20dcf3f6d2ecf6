import { tableIssues, tableIssueValues } from './table-issue-table.ts'

/**
 * What is said of a wrong field, in English as it is given and in Chinese. `{1}` stands for a value; in the Chinese
 * `{1:list}` for several that are joined by commas or "or", `{1:word}` for one of the words below.
 */
export const issueTable: readonly (readonly [string, string])[] = [
  // Of every schema
  ['is missing; give {1}', '未填写；请填入{1:word}'],
  ['must be {1}', '须为{1:word}'],
  ['must be one of {1}', '须为以下之一：{1:list}'],
  ['must not be empty', '不能为空'],
  ['needs at least {1} characters', '至少需要 {1} 个字符'],
  ['needs at least one entry', '至少需要一项'],
  ['needs at least {1} entries', '至少需要 {1} 项'],
  ['must be above {1}', '须大于 {1}'],
  ['must be at least {1}', '不得小于 {1}'],
  ['has more than {1} characters; shorten it', '超过 {1} 个字符，请缩短'],
  ['has more than {1} entries; give fewer', '超过 {1} 项，请减少'],
  ['must be below {1}', '须小于 {1}'],
  ['must be at most {1}', '不得大于 {1}'],
  ['has none of the forms that are possible here', '不符合此处可用的任何一种形式'],
  ['its name is not possible here: {1}', '此处不能使用该名称：{1:word}'],
  ['must be a multiple of {1}', '须为 {1} 的倍数'],
  ['is not in the form that is expected here', '格式不符合要求'],
  ['unknown field; remove it or correct its name', '未知字段；请删除或更正其名称'],
  ['a name of the contract', '须为接口中的名称'],

  // Dates and numbers
  [
    'a day of the calendar from 1900 to 2099, such as 2026-11-14',
    '须为 1900 至 2099 年间的日历日期，如 2026-11-14',
  ],
  [
    'a day of the calendar such as 2026-11-14, or 2026-11 or 2026 where only the month or year is known',
    '须为日历日期，如 2026-11-14；仅知年月或年份时写 2026-11 或 2026',
  ],
  [
    'a day of the calendar such as 2026-11-14, or 2026-11 or 2026 where only the month or year is known; or a date and time with its offset, such as 2026-11-14T08:30:00+08:00',
    '须为日历日期，如 2026-11-14；仅知年月或年份时写 2026-11 或 2026；或带时区偏移的日期时间，如 2026-11-14T08:30:00+08:00',
  ],
  [
    'a date and time with its offset, such as 2026-11-14T08:30:00+08:00',
    '须为带时区偏移的日期时间，如 2026-11-14T08:30:00+08:00',
  ],
  [
    'write the number as text, such as "16.1": it is kept exactly as printed',
    '请将数值写成文本，如 "16.1"：数值按报告原样保存',
  ],
  ['digits with an optional decimal point, such as "16.1"', '须为数字，可带小数点，如 "16.1"'],
  ['must not be negative', '不能为负数'],
  ['must be above 0', '须大于 0'],

  // Facts
  ['a LOINC code such as 5902-2', '须为 LOINC 编码，如 5902-2'],
  [
    'not a LOINC code: its check digit does not fit; compare it with the report',
    '不是有效的 LOINC 编码：校验位不符，请与报告核对',
  ],
  ['the lower limit lies above the upper one', '下限高于上限'],
  ['an ATC code such as J05AF10', '须为 ATC 编码，如 J05AF10'],
  ['an ATC code under J05', '须为 J05 类下的 ATC 编码'],
  ['say which laboratory value', '请指明是哪一项检验'],
  ['only with about: laboratory', '仅在所指为检验（about: laboratory）时填写'],
  [
    'a prothrombin time needs the control value of its run; give it as printed, in the unit of the value, or "not_printed" where the report lacks it',
    '凝血酶原时间须有同批对照值；请按报告所印、以结果的单位填写，报告未印时填 "not_printed"',
  ],
  ['not a type of {1}; this subject has no types: leave `types` out', '{1} 不分类型；请勿填写 `types`'],
  ['not a type of {1}; {2}', '不是 {1} 的类型；可用：{2:list}'],
  ['lies after it was entered; a planned event is not a fact yet', '晚于录入时间；尚未发生的计划不是事实'],
  ['lies before `from`; both days are included', '早于开始日期 `from`；首尾两日均计入'],
  ['lies after a fact was charted', '晚于某条记录的录入时间'],
  ['lies in the future', '在将来'],
  ['used twice', '重复使用'],
  [
    'is kept, but Lobule does not interpret this code: no criterion will see it',
    '已保存，但 Lobule 不解释该编码：任何入排标准都不会用到它',
  ],
  [
    'is not printed on the report: the prolongation against it stays unknown',
    '报告未印对照值：延长秒数仍为未知',
  ],
  [
    'is {1}; retract it and record a new fact to chart another kind',
    '为 {1}；如需记录其他种类，请撤回本条并新建',
  ],

  // Trials
  ['a number of cells in digits', '须为以数字表示的细胞数'],
  ['a percentage of at most 200', '须为不超过 200 的百分数'],
  ['lies before its start', '早于其开始时间'],
  ['the deadline had passed; say why it was late', '已超过时限；请说明迟报原因'],
  ['this dose is charted already; correct it there', '该次给药已录入；请在原记录中更正'],
  [
    'neither the record nor the site’s schedule says how many cells a dose has: whoever is blinded leaves it out',
    '登记记录与本中心访视计划均未说明每次细胞数：处于盲态者请勿填写',
  ],
  ['neither the protocol nor the site’s schedule has this visit', '方案与本中心访视计划中均无此访视'],
  [
    'this event is not serious by its answer or by any criterion',
    '该事件未判定为严重，也未勾选任何严重性标准',
  ],
  ['say which dose, with later_dose and only with it', '请指明第几次给药；仅用于后续给药（later_dose）'],

  // Adverse events
  ['lies before the onset of the event', '早于事件的开始时间'],
  ['lies after the end of the event', '晚于事件的结束时间'],
  ['lies before the grade that stands above it', '早于上一条分级的日期'],
  ['CTCAE v5.0 has no such grade for this term', 'CTCAE 5.0 中该术语没有此级别'],
  ['CTCAE v5.0 does not grade this result by this term', 'CTCAE 5.0 不以该术语对此项结果分级'],
  [
    'is another investigator’s judgement; record your own beside it',
    '这是另一位研究者的判断；请另行记录您本人的判断',
  ],
  ['the scale has no such points for this item', '评分表中该项没有此分值'],
  ['no such adverse event is charted for this patient', '该患者没有此条不良事件记录'],
  ['no such laboratory result is charted for this patient', '该患者没有此条检验结果'],
  ['lies before the report was sent', '早于报告的发出时间'],
  ['the eight digits of a MedDRA code', '须为 MedDRA 编码的八位数字'],
  ['{1} is there twice', '{1} 出现两次'],

  // Units
  [
    '{1} is not a UCUM unit; write it in UCUM, such as mmol/L, 10*9/L or [IU]/L',
    '{1} 不是 UCUM 单位；请按 UCUM 书写，如 mmol/L、10*9/L 或 [IU]/L',
  ],
  ['{1} is not a UCUM unit; write {2}', '{1} 不是 UCUM 单位；请写 {2:list}'],
  [
    '{1} is not a unit of {2} ({3}) that Lobule converts; use {4}',
    '{1} 不是 Lobule 可换算的 {2}（{3}）单位；请用 {4:list}',
  ],

  // Patients, users, the site
  ['give the reason for the change', '请填写更改理由'],
  ['name at least one field to change', '请至少指明一个要更改的字段'],
  ['name at least one setting to change', '请至少指明一个要更改的设置'],
  ['says what is there already', '与现有内容相同，没有更改'],
  ['an IANA time zone such as Asia/Shanghai', '须为 IANA 时区，如 Asia/Shanghai'],
  ['two to 40 letters, digits, dots, - or _', '须为 2 至 40 个字母、数字、点、- 或 _'],
  ['at least 12 characters', '至少 12 个字符'],
  ['no active user has this login name', '没有使用该登录名的有效用户'],
  ['nobody changes their own role; ask another user', '不能更改自己的角色；请由其他用户更改'],
  [
    'an administrator sees no clinical data and cannot see full names',
    '管理员不能查看临床数据，也不能查看姓名',
  ],
  [
    'nobody lets themselves see full names; ask another principal investigator',
    '不能给自己授予查看姓名的权限；请由另一位主要研究者授予',
  ],
  ['nobody deactivates themselves; ask another user', '不能停用自己；请由其他用户停用'],
  ['nobody resets their own password; change it instead', '不能重置自己的密码；请改为修改密码'],
  ['is the present password; choose another', '与当前密码相同；请另选一个'],
  ['was used before; choose another', '此密码曾经使用过；请另选一个'],
  ['choose a new password now; somebody else set an earlier one', '请现在设置新密码；此前的密码曾由他人设置'],
  ['only a decision on eligibility is countersigned', '只有入选资格的判定可以会签'],
  ['a countersignature or withdrawal is not withdrawn', '会签与撤回本身不能撤回'],
  ['this is not a meaning of what is signed', '该签名含义不适用于所签内容'],
  ['is asked for twice; sign it once', '重复提出；请只签署一次'],
  ['the signature makes this document; sign it', '此文件由签署产生；请进行签署'],
  [
    'this signature is added to a document that there is; look at that',
    '该签名将加在已有文件上；请查看该文件',
  ],
  ['this signature has no document of its own', '该签名没有单独的文件'],
  ['the trail has no entry of this number', '稽查轨迹中没有该编号的记录'],
  ['this user was deactivated; a deactivated user stays as they were', '该用户已停用；已停用的用户不再更改'],
  ['the site needs one active principal investigator', '本中心须有一位有效的主要研究者'],
  [
    'holds a character that no recovery key has; compare it with the print',
    '含有恢复密钥中没有的字符；请与打印件核对',
  ],
  ['must be {1} groups of {2}; this has {3} characters', '须为 {1} 组，每组 {2} 个字符；现为 {3} 个字符'],
  [
    'was mistyped: its last group does not match the others; compare it with the print',
    '输入有误：最后一组与其他各组不符；请与打印件核对',
  ],

  // Drafts and laboratories
  [
    'a draft of more than 200 kB is not kept; save what is typed, or enter less at once',
    '超过 200 kB 的草稿不予保留；请先保存已录入的内容，或分次录入',
  ],
  ['{1} in {2} is listed already; remove one of the two', '{1}（{2}）已列出；请删除其中一项'],

  // Protocols, criteria and readings
  ['a registry number such as NCT05106972', '须为注册号，如 NCT05106972'],
  ['64 lower-case hexadecimal digits', '须为 64 位小写十六进制数字'],
  ['lower-case letters, digits, - and _', '须为小写字母、数字、- 和 _'],
  ['three numbers, such as 1.0.0', '须为三个数字，如 1.0.0'],
  ['no such protocol; known are {1}', '没有该方案；已有：{1:list}'],
  ['the file is for {1}', '该文件属于 {1}'],
  [
    'the criteria of {1} are published and come with Lobule; they are not entered',
    '{1} 的入排标准已公开并随 Lobule 提供，无需录入',
  ],
  ["{1} is taken by the record's own; choose another name", '{1} 已被注册记录自身使用；请另取名称'],
  ['no such reading; use one of: {1}', '没有该解读；可用：{1:list}'],
  ['no such alternative; use one of: {1}', '没有该选项；可用：{1:list}'],
  ['no reading {1} is defined', '未定义解读 {1}'],
  ['must have one case for each alternative of {1}: {2}', '{1} 的每个选项须各有一种情形：{2:list}'],
  ['{1} has no type {2}', '{1} 没有类型 {2}'],
  ['{1} has no attribute {2}', '{1} 没有属性 {2}'],
  ['never takes the value {1}', '不会取值 {1}'],
  ['say where months and years end', '请说明月和年在何日结束'],
  ['give days or weeks', '请以天或周表示'],
  ['not a unit of this quantity; use {1}', '不是该量的单位；请用 {1:list}'],
  ['no source {1} is listed', '未列出来源 {1}'],
  ['no assessment {1} is listed', '未列出评估 {1}'],
  ['must be approved-protocol: quote the approved text', '须为 approved-protocol：请引用获批方案的原文'],
  ['{1} is already defined by another file here', '{1} 已由此处另一文件定义'],
  ['{1} is not in the folder sources', '{1} 不在 sources 文件夹中'],
  ['these words do not stand in {1}; quote them exactly', '{1} 中没有这段文字；请逐字引用'],
  ['{1} stands twice', '{1} 出现两次'],

  // Documents
  [
    'no font of Lobule can print U+{1}; write it in other characters',
    'Lobule 的字体无法打印字符 U+{1}；请改用其他字符',
  ],

  // Imports and certified copies
  ['compare the copy with its original, then confirm it', '请将副本与原件核对后再确认'],
  ['are of different kinds; take them in one kind after the other', '文件种类不同；请按种类分别导入'],
  [
    'say what the columns of the table hold; without that it cannot be read',
    '请说明表格各列的内容；否则无法读取',
  ],
  ['hold more than 1,000,000 rows; take them in in parts', '超过 1,000,000 行；请分次导入'],
  ['say which laboratory the results come from', '请说明结果来自哪个实验室'],
  ['say why these values are taken', '请说明采用这些结果的理由'],
  ['nothing is asked about this row', '该行没有需要核实的问题'],
  ['nothing of these files can be taken', '这些文件中没有可导入的内容'],
  ['this import was taken back already', '该次导入已被撤销'],

  ...tableIssues,

  // Files
  ['is a folder; name a file', '是文件夹；请指定文件'],
  ['is not UTF-8 text; save it as UTF-8', '不是 UTF-8 文本；请另存为 UTF-8'],
  ['is larger than {1} MB; split it', '超过 {1} MB；请拆分'],
  ['does not exist', '不存在'],
  ['cannot be read; check its rights', '无法读取；请检查访问权限'],
  ['nested too deeply', '嵌套过深'],
  ['the field {1} stands twice; remove one', '字段 {1} 出现两次；请删除一个'],
  ['not JSON: the file ends where {1} should follow', '不是 JSON：文件在应有{1:word}处结束'],
  ['not JSON: expected {1}', '不是 JSON：此处应为{1:word}'],
  ['the file is empty', '文件为空'],
  ['the file is larger than 64 MB; divide it', '文件超过 64 MB；请拆分'],
  ['is not a file name; give it without folders', '不是文件名；请勿包含文件夹'],
  ['does not follow what has arrived; begin again with offset 0', '与已收到的部分不衔接；请从头重新发送'],
  ['reaches past the end of the file', '超出文件末尾'],
  ['lies past the end of the file', '位于文件末尾之后'],
  ['lies behind the end of the file', '位于文件末尾之后'],
  ['is neither PDF, JPEG nor PNG; scan or save it as one', '不是 PDF、JPEG 或 PNG；请扫描或另存为其中一种'],
  ['ends before it is whole; copy it from the scanner again', '文件不完整；请从扫描设备重新复制'],
  ['has a broken lobule:Exact', 'lobule:Exact 属性损坏'],
  [
    'has a document type (DOCTYPE); remove it, Lobule reads none',
    '含有文档类型声明（DOCTYPE）；请删除，Lobule 不读取此类文件',
  ],
  ['has a form that Lobule does not know', '含有 Lobule 不识别的表单'],
  ['has an ItemGroupRepeatKey that is no number', 'ItemGroupRepeatKey 不是数字'],
  ['has an item that Lobule does not know', '含有 Lobule 不识别的项目'],
  ['is a history; export the resources as they stand', '是历史记录 Bundle；请导出资源的当前版本'],
  ['is no FHIR Bundle; export a Bundle of FHIR R4', '不是 FHIR Bundle；请导出 FHIR R4 Bundle'],
  ['is no ODM file of version 1.3', '不是 1.3 版 ODM 文件'],
  ['is not UTF-8; save it as UTF-8', '不是 UTF-8 编码；请另存为 UTF-8'],
  ['is nested too deeply', '嵌套过深'],
  ['is not as ODM 1.3.2 wants it: {1}', '不符合 ODM 1.3.2 的要求：{1}'],
  ['is not well-formed XML; export the file again', '不是格式正确的 XML；请重新导出'],
  ['more bytes than the archive says', '实际字节数多于压缩包所示'],
  ['other bytes than the archive says', '内容与压缩包所示不符'],
  [
    'was not written by Lobule, or by a later version: its items are not ours to interpret',
    '不是由 Lobule 生成，或由更新的版本生成：其项目无法解读',
  ],
  ['holds no candidate', '不含受试者'],
  ['is that of candidate [{1}] too; one of them is wrong', '与受试者 [{1}] 的相同；其中一个有误'],

  // Exports and complete copies
  ['nobody is in what was asked for', '所选范围内没有受试者'],
  ['lies behind the end of the file', '超出文件末尾'],
  ['does not follow the part before', '与前一部分不连续；请重新传送'],
  ['is larger than any complete copy', '大于任何完整副本'],
  ['is missing; make the copy again', '缺失；请重新制作副本'],
  ['is no part of a copy', '不属于完整副本'],
  [
    'is damaged: it is not what the copy says of it; carry the copy over again',
    '已损坏：与副本所载不符；请重新拷贝副本',
  ],
  ['is missing; this is no complete copy of a site', '缺失；这不是中心的完整副本'],
  [
    'cannot be read; this is no complete copy, or one of a newer version',
    '无法读取；这不是完整副本，或来自更新的版本',
  ],
  ['is damaged or incomplete; carry it over again', '已损坏或不完整；请重新拷贝'],
  ['has a file in it that is no part of one', '含有不属于副本的文件'],
  ['is larger than it may be', '超出允许的大小'],
  [
    'a dossier holds signed documents and certified copies as they are; it cannot be pseudonymised',
    '检查资料卷宗保留签署文件与核证副本原样，不能去标识',
  ],
]

/** Words that stand inside the sentences above. */
export const issueValues: Readonly<Record<string, string>> = {
  ...tableIssueValues,
  text: '文本',
  'a number': '数值',
  'a whole number': '整数',
  'true or false': '是或否（true 或 false）',
  'a list': '列表',
  'a group of fields': '一组字段',
  'a value': '一个值',
  'a value or ]': '一个值或 ]',
  'a field name in double quotes': '双引号中的字段名',
  'a field name in double quotes or }': '双引号中的字段名或 }',
  'a colon after the field name': '字段名后的冒号',
  'a comma or the closing bracket': '逗号或右括号',
  'the end of the file': '文件结尾',
  'a closing quote; a line break or \\ in a text is written \\n or \\\\':
    '右引号；文本中的换行或 \\ 写作 \\n 或 \\\\',
}
