import { z } from 'zod'
import type { LocalizedText } from '../text.ts'

/** What a signature says. Its full statement stands in the signed bytes (21 CFR 11.50(a)(3)). */
export const Meaning = z.enum([
  'eligibility_approval',
  'screen_failure',
  'configuration_approval',
  'countersignature',
  'withdrawal',
  'authorship',
  'review',
  'trend_review',
  'causality_assessment',
])
export type Meaning = z.infer<typeof Meaning>

interface Words {
  /** As in the list that it is chosen from. */
  readonly name: LocalizedText
  /** As signed. */
  readonly statement: LocalizedText
}

const words = (en: string, zh: string, statement: string, chinese: string): Words => ({
  name: { en, 'zh-CN': zh },
  statement: { en: statement, 'zh-CN': chinese },
})

/** The words of each meaning. A change here changes what later signatures say, never what earlier ones said. */
export const meanings: Readonly<Record<Meaning, Words>> = {
  eligibility_approval: words(
    'Eligibility approval',
    '入选资格批准',
    'I have reviewed every criterion with its evidence and decide that this candidate is eligible.',
    '本人已逐条审核各项标准及其依据，判定该受试者符合入选条件。',
  ),
  screen_failure: words(
    'Screen failure',
    '筛选失败',
    'I have reviewed every criterion with its evidence and decide that this candidate is not eligible.',
    '本人已逐条审核各项标准及其依据，判定该受试者不符合入选条件。',
  ),
  configuration_approval: words(
    'Approval of readings and site criteria',
    '解读与本中心标准的批准',
    'I approve the readings and criteria of this protocol as shown, for use at this site.',
    '本人批准本方案所示的解读与入排标准在本中心使用。',
  ),
  countersignature: words(
    'Countersignature',
    '会签',
    'I have reviewed the signed record and agree with it as principal investigator.',
    '本人作为主要研究者已审核该签署记录并表示同意。',
  ),
  withdrawal: words(
    'Withdrawal of a signature',
    '撤回签名',
    'I withdraw the signature named here, for the reason given; the earlier record is kept.',
    '本人因所述理由撤回此处所列签名；原记录予以保留。',
  ),
  authorship: words(
    'Authorship',
    '编制',
    'I have prepared this document from the records of this site.',
    '本人依据本中心记录编制本文件。',
  ),
  review: words('Review', '审阅', 'I have reviewed this document.', '本人已审阅本文件。'),
  trend_review: words(
    'Review of trends',
    '趋势审阅',
    'I have reviewed the trends shown in this document and the values they rest on.',
    '本人已审阅本文件所示的变化趋势及其所依据的各项数值。',
  ),
  causality_assessment: words(
    'Causality assessment',
    '因果关系判定',
    'I have reviewed this adverse event with the facts shown and judge its causality as stated.',
    '本人已结合所列资料审核该不良事件，并作出所述的因果关系判定。',
  ),
}
