import type { ColumnRole, ExaminationField, TableAbout } from './mapping.ts'

/** What one name of a column says by itself. A date's column can turn out to hold times. */
export type HeaderWord =
  | { readonly as: Exclude<ColumnRole['as'], 'ignored' | 'analyte' | 'field' | 'patient'> }
  | { readonly as: 'patient'; readonly by: 'screening_number' | 'identifier' }
  /** A date of which nobody says that it is the specimen's. */
  | { readonly as: 'any_date' }

const WORDS: readonly (readonly [HeaderWord, readonly string[]])[] = [
  [
    { as: 'patient', by: 'screening_number' },
    ['筛选号', '筛选编号', '筛查号', '受试者编号', '受试者号', '受试者筛选号', '受试者', '受试者代码'].concat(
      ['screeningnumber', 'screeningno', 'screeningid', 'subject', 'subjectid', 'subjectno'],
      ['subjectnumber', 'subjid', 'usubjid'],
    ),
  ],
  [
    { as: 'patient', by: 'identifier' },
    [
      '住院号',
      '病案号',
      '病历号',
      '门诊号',
      '患者编号',
      '患者号',
      '患者id',
      '病人id',
      '病人编号',
      '病人号',
    ].concat(
      ['登记号', '就诊卡号', '就诊号', '卡号', 'mrn', 'patientid', 'patientno', 'patientnumber'],
      ['hospitalnumber', 'hospitalno', 'medicalrecordnumber'],
    ),
  ],
  [
    { as: 'date' },
    ['采样', '采集', '采血', '标本采集', '样本采集', '取样', '抽血']
      .flatMap(what => [`${what}时间`, `${what}日期`, `${what}日期时间`])
      .concat(
        ['检查日期', '检查时间', 'collectiondate', 'collectiondatetime', 'collectiontime', 'collected'],
        ['collectedat', 'specimendate', 'specimencollected', 'sampledate', 'samplingdate', 'samplingtime'],
        ['drawdate', 'examination', 'examinationdate', 'examdate', 'dateofexamination'],
      ),
  ],
  [{ as: 'any_date' }, ['日期', '时间', 'date', 'datetime', 'day']],
  [{ as: 'time' }, ['采样时刻', '采集时刻', '时刻', 'time', 'hour']],
  [
    { as: 'test_code' },
    [
      '项目代码',
      '项目编号',
      '项目编码',
      '检验项目代码',
      '检验项目编码',
      '项目缩写',
      '英文缩写',
      '缩写',
    ].concat(
      ['英文名', '英文名称', '检验代码', 'testcode', 'itemcode', 'analytecode', 'code', 'loinc', 'loinccode'],
      ['abbreviation'],
    ),
  ],
  [
    { as: 'test_name' },
    [
      '项目名称',
      '项目',
      '检验项目',
      '检验项目名称',
      '检测项目',
      '中文名称',
      '中文名',
      '试验名称',
      '指标',
    ].concat([
      '检验指标',
      '指标名称',
      'testname',
      'test',
      'item',
      'itemname',
      'analyte',
      'analytename',
      'parameter',
    ]),
  ],
  [
    { as: 'value' },
    ['结果', '检验结果', '结果值', '测定结果', '检测结果', '定量结果', '数值', '检测值', '测定值'].concat([
      'result',
      'value',
      'resultvalue',
      'testresult',
    ]),
  ],
  [{ as: 'comparator' }, ['比较符', '比较符号', 'comparator', 'operator']],
  [{ as: 'unit' }, ['单位', '结果单位', 'unit', 'units', 'uom', 'resultunit']],
  [
    { as: 'range' },
    [
      '参考区间',
      '参考范围',
      '参考值',
      '参考值范围',
      '生物参考区间',
      '正常值',
      '正常范围',
      '正常值范围',
    ].concat(['referencerange', 'referenceinterval', 'refrange', 'range', 'normalrange', 'reference']),
  ],
  [
    { as: 'range_low' },
    ['参考下限', '下限', '参考值下限', '参考低值', '正常值下限', 'low', 'lowerlimit', 'reflow', 'lln'].concat(
      ['rangelow', 'normallow', 'referencelow'],
    ),
  ],
  [
    { as: 'range_high' },
    [
      '参考上限',
      '上限',
      '参考值上限',
      '参考高值',
      '正常值上限',
      'high',
      'upperlimit',
      'refhigh',
      'uln',
    ].concat(['rangehigh', 'normalhigh', 'referencehigh']),
  ],
  [
    { as: 'control' },
    ['对照值', '对照', '正常对照', '正常对照值', 'pt对照', 'control', 'controlvalue', 'ptcontrol'],
  ],
  [
    { as: 'specimen' },
    [
      '标本类型',
      '样本类型',
      '标本种类',
      '样本种类',
      '标本',
      '样本',
      'specimen',
      'specimentype',
      'sampletype',
    ],
  ],
  [
    { as: 'specimen_condition' },
    ['标本状态', '标本性状', '样本状态', '样本性状', '标本情况', 'specimencondition', 'samplecondition'],
  ],
]
const byWord = new Map(WORDS.flatMap(([word, names]) => names.map(name => [name, word] as const)))

/** What the name of a column says, in whatever width and spacing; undefined where it says nothing known. */
export function headerWord(name: string): HeaderWord | undefined {
  return byWord.get(plainName(name))
}

const ADMINISTRATIVE =
  /^(?:(?:患者|病人|受试者)?(?:姓名|性别|年龄|出生日期|电话)|.*科室|病区|病房|床号|序号|.*(?:条码|条形码)号?|(?:标本|样本)(?:编)?号|(?:异常|结果|高低)?提示|.*标志|备注|说明|.*(?:审核|报告|检验|接收|送检|申请|打印)(?:时间|日期|者|人|医生|医师)|.*诊断|患者类型|name|patient ?name|initials|sex|gender|age|birth ?date|date ?of ?birth|dob|ward|bed|department|(?:specimen|sample|accession) ?(?:no|id|number)|barcode|flags?|abnormal ?flag|comments?|notes?|remarks?|(?:report|receiv|validat|order|print)\w* ?(?:date|time|by)|physician|doctor|diagnosis)$/

/** Whether a name says that its column holds nothing that could be a result. */
export function isAdministrative(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]+/g, ' ')
  return ADMINISTRATIVE.test(plain.trim())
}

const FIELD_WORDS: Readonly<Partial<Record<ExaminationField, RegExp>>> = {
  modality: /^(?:检查方法|检查方式|影像方法|modality)$/,
  breathing: /^(?:呼吸|呼吸状态|呼吸时相|breathing)$/,
  fasting: /^(?:空腹|是否空腹|fasting|fasted)$/,
  diameterMm: /^(?:(?:门静脉|门脉)(?:主干)?)?(?:内径|直径|宽度)$|^(?:portal ?vein ?|pv ?)?diameter$|^pvd$/,
  meanVelocityCmPerS:
    /^(?:(?:门静脉|门脉)(?:主干)?)?平均(?:血流)?(?:流速|速度)$|^mean ?(?:flow ?)?velocity$|^vmean$/,
  maximumVelocityCmPerS:
    /^(?:(?:门静脉|门脉)(?:主干)?)?(?:最大|峰值)(?:血流)?(?:流速|速度)$|^(?:max(?:imum)?|peak) ?velocity$|^vmax$/,
  flowMlPerMin:
    /^(?:(?:门静脉|门脉)(?:主干)?)?(?:血)?流量$|^(?:portal ?)?(?:vein ?)?(?:blood ?)?flow(?: ?volume)?$/,
  flowObtained: /^(?:流量来源|flow ?obtained)$/,
  probe: /^(?:探头|探头类型|探头型号|probe)$/,
  iqrToMedian: /^iqr ?\/ ?(?:m|med|median)$|^四分位间距\/中位数$/,
  examiner: /^(?:检查者|检查医师|检查医生|操作者|操作医师|超声医师|examiner|sonographer|operator)$/,
  device: /^(?:仪器|设备|仪器型号|设备型号|device|machine|scanner)$/,
}
const STIFFNESS: Readonly<Partial<Record<TableAbout, RegExp>>> = {
  liver_stiffness: /^(?:肝(?:脏)?)?(?:硬度|弹性)(?:测定)?值?$|^(?:liver ?)?stiffness$|^lsm$/,
  spleen_stiffness: /^(?:脾(?:脏)?)?(?:硬度|弹性)(?:测定)?值?$|^(?:spleen ?)?stiffness$|^ssm$/,
}

/** The field of an examination that a name without its unit stands for. */
export function fieldWord(name: string, about: TableAbout): ExaminationField | undefined {
  const plain = name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (STIFFNESS[about]?.test(plain)) return 'kPa'
  const found = Object.entries(FIELD_WORDS).find(([, words]) => words.test(plain))
  return found?.[0] as ExaminationField | undefined
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*#·._:/-]+/g, '')
}
