import type { FactContentOf } from '../facts/content.ts'
import { valueName } from '../names.ts'
import { type LocalizedText, text } from '../text.ts'
import type { NaranjoCategory } from './naranjo.ts'
import { naranjoOf } from './naranjo-answers.ts'
import { isAgainstCategory } from './relation-category.ts'
import type { RucamCategory } from './rucam.ts'
import { rucamOf } from './rucam-choices.ts'
import type { WhoUmcCategory } from './who-umc.ts'

type Judgement = FactContentOf<'causality'>

/** The bands of both scales, as they are called. */
export const aidBands: Readonly<Record<NaranjoCategory | RucamCategory, LocalizedText>> = {
  definite: text('definite', '肯定'),
  probable: text('probable', '很可能'),
  possible: text('possible', '可能'),
  doubtful: text('doubtful', '可疑'),
  excluded: text('excluded', '排除'),
  unlikely: text('unlikely', '不太可能'),
  'highly probable': text('highly probable', '极可能'),
}

/** The category that says in WHO-UMC what a band says. */
const alike: Readonly<Record<NaranjoCategory | RucamCategory, WhoUmcCategory>> = {
  ...{ definite: 'certain', probable: 'probable', possible: 'possible', doubtful: 'unlikely' },
  ...{ excluded: 'unlikely', unlikely: 'unlikely', 'highly probable': 'certain' },
}

/**
 * Where a judgement parts from itself or from the aids beside it, in words: shown, never resolved. `related`: the categories that the
 * site's form calls related, where it says so.
 */
export function disagreementsOf(
  judgement: Judgement,
  related: readonly WhoUmcCategory[] = [],
): LocalizedText[] {
  const { product, whoUmc, naranjo, rucam } = judgement
  return [
    ...(isAgainstCategory(judgement, related) ? [relationAgainst(product, whoUmc.category)] : []),
    ...(naranjo ? against('Naranjo', naranjoOf(naranjo), whoUmc.category) : []),
    ...(rucam ? against('RUCAM', rucamOf(rucam), whoUmc.category) : []),
  ]
}

function relationAgainst(product: Judgement['product'], category: WhoUmcCategory): LocalizedText {
  const [said, chosen] = [valueName(product), valueName(category)]
  return text(
    `Relation to the product is “${said.en}”, the WHO-UMC category is “${chosen.en}”.`,
    `与产品的关系为“${said['zh-CN']}”，WHO-UMC 分类为“${chosen['zh-CN']}”。`,
  )
}

interface Scored {
  readonly total: number
  readonly category: NaranjoCategory | RucamCategory
}

/** What could not be assessed stands against no score. */
function against(scale: string, { total, category }: Scored, chosen: WhoUmcCategory): LocalizedText[] {
  if (chosen === 'conditional' || chosen === 'unassessable' || alike[category] === chosen) return []
  const [band, name] = [aidBands[category], valueName(chosen)]
  return [
    text(
      `${scale} (sum ${total}) says “${band.en}”, the category chosen is “${name.en}”.`,
      `${scale}（总分 ${total}）为“${band['zh-CN']}”，所选分类为“${name['zh-CN']}”。`,
    ),
  ]
}
