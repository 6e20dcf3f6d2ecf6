import { type LocalizedText, text } from '../text.ts'
import type { TrialSource } from './source.ts'

/** The reading that says which MELD a protocol means. */
export const MELD_VARIANT = 'meld-variant'

const words = {
  trial: text(
    'The patient is in no trial: there is no day 0, no baseline and no Child-Pugh.',
    '患者未参加试验：无第0天、无基线、不计算Child-Pugh评分。',
  ),
  childPugh: text(
    'Child-Pugh: the points for ascites, the coagulation test and the limits are not chosen.',
    'Child-Pugh评分：尚未选定腹水分级对应的分值、凝血指标与界值。',
  ),
  baseline: text(
    'Baseline: no rule is chosen; no multiples of it and no change from it.',
    '基线：尚未选定取值规则，不计算基线倍数及较基线变化。',
  ),
  variation: text(
    'Variation of the laboratory and the examiners is not entered: whether a change may be noise is not said.',
    '尚未录入实验室及检查者的变异系数：不判断变化是否可能为随机波动。',
  ),
  liverInjury: text(
    'Limits for a signal of liver injury are not chosen: none is raised.',
    '尚未选定肝损伤信号的界值：不提示信号。',
  ),
  schedule: text(
    'Visit windows are not entered: planned days have none, and nothing is called out of window.',
    '尚未录入访视窗：计划日期无窗口，不判定超窗。',
  ),
  meld: text(
    'Which MELD the protocol means is not chosen: each variant is shown by its name.',
    '尚未选定方案所指的MELD版本：各版本分别列出并注明名称。',
  ),
}

/** What the site has not chosen, and what the charts leave out for it. */
export function notChosenFor(trial: TrialSource | undefined): LocalizedText[] {
  if (trial === undefined) return [words.trial]
  const { choices, readings, offered, calendar } = trial
  const asksMeld = offered.includes(MELD_VARIANT) && readings[MELD_VARIANT] === undefined
  return [
    ...(choices?.baseline ? [] : [words.baseline]),
    ...(choices?.childPugh ? [] : [words.childPugh]),
    ...(asksMeld ? [words.meld] : []),
    ...(choices?.variation.length ? [] : [words.variation]),
    ...(choices?.liverInjury ? [] : [words.liverInjury]),
    ...(calendar.scheduleVersion > 0 ? [] : [words.schedule]),
  ]
}
