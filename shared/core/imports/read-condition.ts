import type { FactContentOf } from '../facts/content.ts'
import { isBlank } from './read-value.ts'

type Condition = NonNullable<FactContentOf<'laboratory'>['specimenCondition']>

const SOUND = /^(?:正常|合格|良好|未见异常|无|normal|good|ok|acceptable|none)$/i
const CONDITIONS: readonly (readonly [Condition, RegExp])[] = [
  ['haemolysed', /^(?:(?:轻度|中度|重度|严重|标本|样本)*溶血|h(?:a?e)molys(?:ed|is)|h(?:a?e)molyz(?:ed))$/i],
  ['lipaemic', /^(?:(?:轻度|中度|重度|严重|标本|样本)*(?:脂血|乳糜血?|脂浊)|lipa?emi[ac])$/i],
  ['icteric', /^(?:(?:轻度|中度|重度|严重|标本|样本)*黄疸|icter(?:ic|us))$/i],
  ['clotted', /^(?:(?:标本|样本)*(?:有)?(?:凝块|凝固)|clot(?:s|ted)?)$/i],
  ['other', /^(?:其他|other)$/i],
]

/** What a laboratory says of a specimen; undefined for words that are not known, which are never taken for sound. */
export function readCondition(cell: string): Condition | 'none' | undefined {
  const text = cell.normalize('NFKC').trim()
  if (isBlank(text) || SOUND.test(text)) return 'none'
  return CONDITIONS.find(([, words]) => words.test(text))?.[0]
}
