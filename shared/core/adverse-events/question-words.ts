import { type LocalizedText, text } from '../text.ts'
import type { QuestionCode } from './questions.ts'

/** What is asked where nothing has to be named. */
export const questionWords: Readonly<Record<QuestionCode, LocalizedText>> = {
  onset_not_known: text('When did the event begin?', '事件何时开始？'),
  not_graded: text('Which CTCAE grade does the event have?', '事件的 CTCAE 分级是几级？'),
  serious_not_answered: text('Is the event serious?', '该事件是否为严重不良事件？'),
  serious_without_criterion: text(
    'The event is serious, and no criterion of seriousness is named. Which one applies?',
    '已判定为严重不良事件，但未选择严重性标准。符合哪一项？',
  ),
  criterion_without_serious: text(
    'A criterion of seriousness is named, and the event is called not serious. Which is right?',
    '已选择严重性标准，但判定为非严重。以何者为准？',
  ),
  life_threatening_not_serious: text(
    'The event reached grade 4 or 5 and is called not serious. Is that right? Severity and seriousness are judged apart.',
    '事件曾达4级或5级，但判定为非严重。是否属实？严重程度与严重性应分别判断。',
  ),
  seriousness_taken_back: text(
    'The event was charted as serious and no longer is, so that its reporting deadlines have ended. Is that right?',
    '该事件曾记录为严重，现改为非严重或未判定，其报告时限随之终止。是否属实？',
  ),
  awareness_missing: text(
    'The event is serious. When did the site become aware of it? Without that no reporting deadline can run.',
    '该事件为严重不良事件。研究中心何时获知？未填写则无法计算报告时限。',
  ),
  awareness_before_onset: text(
    'The site became aware of the event before it began. Which time is right?',
    '研究中心获知时间早于事件开始时间。以何者为准？',
  ),
  awareness_later_than_charted: text(
    'By what was charted before, the site knew of the serious event earlier than the moment of awareness that stands here. Which time is right? The deadline runs from it.',
    '按此前的记录，研究中心得知该严重事件的时间早于现填的获知时间。以何者为准？报告时限自获知时间起算。',
  ),
  perhaps_ends_before_onset: text(
    'By the dates as far as they are known, the event may have ended before it began. Can they be given more exactly?',
    '就已知日期而言，事件结束可能早于开始。能否填写得更准确？',
  ),
  fatal_without_death: text(
    'The event is fatal, and no death is charted. Is the patient dead?',
    '事件为致死性，但病历中未记录死亡。患者是否已死亡？',
  ),
  death_without_fatal_event: text(
    'The patient’s death is charted, and no event is fatal. Did this one lead to it?',
    '已记录患者死亡，但无任何事件的转归为死亡。是否由本事件导致？',
  ),
  before_consent: text(
    'The event began before the informed consent. Is it medical history rather than an adverse event?',
    '事件开始于签署知情同意书之前。是否应记为既往病史而非不良事件？',
  ),
  overlaps_same_term: text(
    'The same term is charted for an overlapping time. Is it one event?',
    '同一术语在重叠的时间段内已有记录。是否为同一事件？',
  ),
  related_against_who_umc: text(
    'The judgement towards the product does not fit the WHO-UMC category. Which is right?',
    '与研究产品的关系判断与 WHO-UMC 分类不符。以何者为准？',
  ),
  reported_late: text('The event was reported late. Why?', '该事件报告超时。原因是什么？'),
  reported_before_awareness: text(
    'A report was sent before the site became aware of the event. Which time is right?',
    '报告发出时间早于研究中心获知时间。以何者为准？',
  ),
}
