import { type LocalizedText, text } from '#shared/core/text.ts'

/** What holds for every data set. */
export const remarks: readonly LocalizedText[] = [
  text(
    'Data sets in the manner of SDTMIG 3.4, made from the records of one site. They are a working set for whoever builds the submission, not a validated one: labels are short and the same in every data set, and column "standard" says what is Lobule’s own.',
    '按 SDTMIG 3.4 的方式由单中心记录生成的数据集，供制作递交数据者使用，未经递交验证：各数据集标签统一且较短，standard 一列标明 Lobule 自有内容。',
  ),
  text(
    'CSV: UTF-8 with a byte order mark, comma, CR LF, RFC 4180. An apostrophe stands before text that a spreadsheet would run as a formula (= + - @ tab, line break, also full-width, and also after apostrophes): take one apostrophe off.',
    'CSV：UTF-8 编码（含 BOM），逗号分隔，CR LF 换行，符合 RFC 4180。电子表格可能当作公式执行的文本（以 = + - @、制表符、换行开头，含全角字符，或其前已有撇号）前加一个撇号，读取时去掉一个撇号。',
  ),
  text(
    'Dates are ISO 8601, as far as they are known; times have the offset with which they were charted. Study days count days of the site’s calendar, from the first dose of the trial, which is day 1; the day before is -1, and there is no day 0. Without a first dose, or with a date that is not known to the day, there is none.',
    '日期按 ISO 8601 书写，精确到已知程度；时间带录入时的时区偏移。研究日按本中心日历计，以该试验首次给药日为第 1 天，前一日为 -1，无第 0 天；无首次给药或日期不完整时不计。',
  ),
  text(
    'Each fact in its last version; retracted facts are not here. Every version with who, when and why stands in the ODM export. --SPID is the id of the fact, the criterion or the deviation.',
    '每条记录仅列最新版本，已撤销的记录不在其中；各版本及其录入者、时间、原因见 ODM 导出。--SPID 为记录、标准或偏离的编号。',
  ),
  text(
    'Values are as charted: digits, comparators (<20) and UCUM units are kept. LBSTRESC, LBSTRESN and LBSTRESU are in the unit in which Lobule compares the analyte. A value chosen from a list stands in capitals. What has no variable stands in SUPPQUAL, sentences stand in CO.',
    '数值按录入保留：位数、比较符（<20）与 UCUM 单位均不改动。LBSTRESC、LBSTRESN、LBSTRESU 采用 Lobule 比较该项目所用单位。从列表中选择的值以大写书写。无对应变量者列于 SUPPQUAL，整句文字列于 CO。',
  ),
  text(
    'A fact that belongs to no trial by itself has the STUDYID of the trial that its patient is in; it is empty for a person who is in none. A patient who has to do with two trials has a row in DM for each.',
    '本身不属于某一试验的记录，其 STUDYID 为患者所在试验；未参加试验者为空。涉及两项试验的患者在 DM 中各有一行。',
  ),
]

/** What SDTM has and this export does not, and why. */
export const setApart: readonly { dataset: string; variable: string; why: LocalizedText }[] = [
  {
    dataset: 'DM',
    variable: 'ARM ARMCD ACTARM ACTARMCD ARMNRS ACTARMUD',
    why: text(
      'Lobule holds no allocation, so that nobody at the site can see it; the sponsor adds it.',
      'Lobule 不保存分组信息，中心人员均无法看到；由申办者补入。',
    ),
  },
  {
    dataset: 'DM',
    variable: 'RACE ETHNIC COUNTRY',
    why: text('Not charted at the site.', '中心未采集。'),
  },
  {
    dataset: 'all',
    variable: 'VISITNUM VISITDY EPOCH',
    why: text(
      'Facts are charted by their day, not by visit; the sponsor assigns visits and epochs by its own windows.',
      '记录按日期而非访视录入；访视与阶段由申办者按其窗口划分。',
    ),
  },
  {
    dataset: 'EX',
    variable: 'EXDOSFRM EXROUTE EXLOT',
    why: text(
      'What was given beyond the label is not recorded at the site (blind).',
      '除标签信息外，中心不记录所给产品内容（盲态）。',
    ),
  },
  {
    dataset: 'IE',
    variable: '(criteria that are met or open; of who is enrolled)',
    why: text(
      'IE holds exceptions as they are on the day of the export. A criterion that is satisfied, unknown or awaits judgement has no row, nor has a patient who is enrolled, or a trial that the patient has nothing to do with; the signed eligibility record has all.',
      'IE 仅列导出当日的例外。已满足、未知或待判断的标准不列行；已入组患者及与患者无关的试验亦不列行；全部标准见已签署的入选资格记录。',
    ),
  },
]
