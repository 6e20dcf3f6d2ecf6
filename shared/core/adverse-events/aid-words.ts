import { type LocalizedText, text } from '../text.ts'
import type { WhoUmcAnswers, WhoUmcCategory } from './who-umc.ts'

/** What the categories of WHO-UMC ask about (PMC6039921, Box 2). */
export const whoUmcCriteria: Readonly<Record<keyof WhoUmcAnswers, LocalizedText>> = {
  time: text('Time relation to the administration', '与给药的时间关系'),
  otherCauses: text('The disease or other treatment as an explanation', '疾病或其他治疗能否解释'),
  withdrawal: text('Response to withdrawal (dechallenge)', '停药后的反应（去激发）'),
  definitive: text('Pharmacologically or phenomenologically definitive', '药理学或现象学上明确'),
  rechallenge: text('Rechallenge', '再激发'),
  information: text('Information', '资料'),
}

type AnswerNames = { readonly [K in keyof WhoUmcAnswers]: Readonly<Record<WhoUmcAnswers[K], LocalizedText>> }

/** What can be answered to each. */
export const whoUmcAnswers: AnswerNames = {
  time: {
    plausible: text('plausible', '合理可信'),
    reasonable: text('reasonable', '合理'),
    improbable: text('makes a relation improbable', '使关联不大可能'),
    unknown: text('not known', '未知'),
  },
  otherCauses: {
    excluded: text('do not explain it', '不能解释'),
    unlikely: text('are unlikely to explain it', '不大可能解释'),
    also_possible: text('could also explain it', '也可能解释'),
    plausible: text('are a plausible explanation', '为合理解释'),
    unknown: text('not known', '未知'),
  },
  withdrawal: {
    plausible: text('plausible', '合理可信'),
    reasonable: text('reasonable', '合理'),
    lacking_or_unclear: text('lacking or unclear', '缺乏或不明确'),
    not_applicable: text(
      'not applicable: an infused product cannot be withdrawn',
      '不适用：已输注的产品无法撤除',
    ),
  },
  definitive: { yes: text('yes', '是'), no: text('no', '否') },
  rechallenge: {
    satisfactory: text('satisfactory', '结果明确'),
    negative: text('the event did not recur', '事件未再现'),
    not_done: text('not done', '未进行'),
    not_necessary: text('not necessary', '无需进行'),
  },
  information: {
    sufficient: text('sufficient', '充分'),
    more_needed: text('more is needed', '尚需补充'),
    under_examination: text('further data are under examination', '补充资料正在审查'),
    cannot_be_supplemented: text(
      'insufficient or contradictory, cannot be supplemented',
      '不足或矛盾，且无法补充',
    ),
  },
}

/** What each category asks for (PMC6039921, Box 2). */
export const whoUmcAsks: Readonly<Record<WhoUmcCategory, LocalizedText>> = {
  certain: text(
    'plausible time; not explained by disease or other drugs; plausible response to withdrawal; definitive pharmacologically or phenomenologically; rechallenge satisfactory, if necessary',
    '时间关系合理可信；不能由疾病或其他药物解释；停药反应合理可信；药理学或现象学上明确；必要时再激发结果明确',
  ),
  probable: text(
    'reasonable time; disease or other drugs unlikely; reasonable response to withdrawal; rechallenge not required',
    '时间关系合理；不大可能由疾病或其他药物引起；停药反应合理；无需再激发',
  ),
  possible: text(
    'reasonable time; could also be explained by disease or other drugs; information on withdrawal lacking or unclear',
    '时间关系合理；也可由疾病或其他药物解释；停药资料缺乏或不明确',
  ),
  unlikely: text(
    'time makes a relation improbable, but not impossible; disease or other drugs are a plausible explanation',
    '时间关系使关联不大可能（但并非不可能）；疾病或其他药物为合理解释',
  ),
  conditional: text(
    'more data are needed for an assessment, or are under examination',
    '评价尚需更多资料，或补充资料正在审查',
  ),
  unassessable: text(
    'insufficient or contradictory information that cannot be supplemented',
    '资料不足或矛盾，且无法补充',
  ),
}

/** The ten questions of Naranjo in their order (PMC5774610, Table 2). */
export const naranjoQuestions: readonly LocalizedText[] = [
  text('Are there previous reports of this reaction?', '此反应以往是否有报告？'),
  text('Did the event appear after the administration?', '事件是否发生在给药之后？'),
  text(
    'Did it improve when the drug was stopped or an antagonist was given?',
    '停药或使用拮抗剂后是否好转？',
  ),
  text('Did it reappear when the drug was given again?', '再次给药后是否再现？'),
  text('Are there alternative causes that could have caused it?', '是否有其他原因可单独引起该事件？'),
  text('Did it appear when a placebo was given?', '给予安慰剂后是否出现？'),
  text('Was the drug measured at a toxic level?', '所测药物浓度是否达中毒水平？'),
  text(
    'Was it more severe with a higher dose, or less with a lower one?',
    '剂量增加时是否加重，或减量时是否减轻？',
  ),
  text(
    'Did the patient have a similar reaction to the same or a similar drug before?',
    '患者以往使用相同或类似药物时是否有类似反应？',
  ),
  text('Was the event confirmed by objective evidence?', '是否有客观证据证实该事件？'),
]

/** The seven items of the updated RUCAM (2016) in their order. */
export const rucamItems = {
  onset: text('Time to onset', '发病时间'),
  course: text('Course after cessation', '停药后的病程'),
  riskFactors: text('Risk factors', '危险因素'),
  concomitant: text('Concomitant use of drugs or herbs', '合并用药（含草药）'),
  alternativeCauses: text('Search for alternative causes', '其他病因的排查'),
  previousHepatotoxicity: text('Previous hepatotoxicity of the product', '该产品既往肝毒性'),
  rechallenge: text('Response to unintentional re-exposure', '非有意再暴露的反应'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** Where each aid is taken from. */
export const aidSources = {
  whoUmc: text('WHO-UMC categories, PMC6039921, Box 2', 'WHO-UMC 分类，PMC6039921，框 2'),
  naranjo: text('Naranjo scale, PMC5774610, Table 2', 'Naranjo 评分，PMC5774610，表 2'),
  rucam: text(
    'updated RUCAM (2016), PMC8508847, Table 6; bands PMC7002317, Table 1',
    '更新版 RUCAM（2016），PMC8508847，表 6；分级 PMC7002317，表 1',
  ),
} as const satisfies Readonly<Record<string, LocalizedText>>
