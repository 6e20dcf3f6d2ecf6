import { z } from 'zod'
import { type LocalizedText, text } from '../text.ts'

/** What stands in the way of a signature. */
export const BlockerCode = z.enum([
  'criteria_missing',
  'undetermined',
  'projected',
  'registration_ahead',
  'readings_open',
  'configuration_not_signed',
  'judgement_not_own',
  'already_signed',
  'nothing_to_sign',
  'not_signable',
  'not_the_principal_investigator',
  'not_the_signer',
  'own_signature',
  'not_current',
  'no_judgement',
  'manifest_not_signed',
])
export type BlockerCode = z.infer<typeof BlockerCode>

/** With the labels, readings or questions that it is about. */
export const Blocker = z.strictObject({ code: BlockerCode, about: z.array(z.string()) })
export type Blocker = z.infer<typeof Blocker>

const words: Readonly<Record<BlockerCode, LocalizedText>> = {
  criteria_missing: text(
    'The site has not entered the criteria of this protocol.',
    '本中心尚未录入该方案的入排标准。',
  ),
  undetermined: text(
    'The verdict is not determined: complete what is missing or judge it first',
    '尚无法判定：请先补全缺失资料或作出判断',
  ),
  projected: text(
    'The day lies after the last entry, so the verdict is a projection. Chart what is known today first.',
    '该日晚于最后录入日，结论仅为推算。请先录入当前情况。',
  ),
  registration_ahead: text(
    'The planned registration lies outside the days that this decision would cover.',
    '计划登记日不在此判定所涵盖的日期内。',
  ),
  readings_open: text('Readings are not chosen', '尚未选定解读'),
  configuration_not_signed: text(
    'The principal investigator has not signed the current readings and criteria of this protocol.',
    '主要研究者尚未签署该方案现行的解读与标准。',
  ),
  judgement_not_own: text(
    'A criterion rests on somebody else’s judgement; give your own answer and ground',
    '有标准依据他人的判断；请给出您本人的判断与理由',
  ),
  already_signed: text('A signature that still holds covers this already.', '已有有效签名涵盖此项。'),
  nothing_to_sign: text('Nothing was chosen or entered for this protocol yet.', '该方案尚无可签署的内容。'),
  not_signable: text('This document leaves no room for a signature.', '该文件未设签名位置，不可签署。'),
  not_the_principal_investigator: text(
    'Only a principal investigator signs this.',
    '仅主要研究者可签署此项。',
  ),
  not_the_signer: text(
    'A signature is withdrawn by who signed, or by a principal investigator.',
    '签名只能由签署者本人或主要研究者撤回。',
  ),
  own_signature: text('Nobody countersigns their own signature.', '不得会签本人的签名。'),
  not_current: text('This signature no longer holds.', '该签名已不再有效。'),
  no_judgement: text(
    'You have not judged the causality of this event; give your own judgement first.',
    '您尚未判定该事件的因果关系；请先作出您本人的判定。',
  ),
  manifest_not_signed: text(
    'Nobody has signed the manifest of this export yet; sign it, then take the export.',
    '该导出清单尚无人签署；请先签署清单，再取走导出文件。',
  ),
}

/** What stands in the way, with what it is about. */
export function blockerText({ code, about }: Blocker): LocalizedText {
  if (about.length === 0) return words[code]
  return {
    en: `${words[code].en.replace(/\.$/, '')}: ${about.join(', ')}.`,
    'zh-CN': `${words[code]['zh-CN'].replace(/。$/, '')}：${about.join('、')}。`,
  }
}
