import type { FactContentOf } from '../facts/content.ts'
import type { WhoUmcCategory } from './who-umc.ts'

type Judgement = Pick<FactContentOf<'causality'>, 'product' | 'whoUmc'>

/** Which categories stand against an answer where the site does not say which of them it calls related. */
const against: Readonly<Record<Judgement['product'], readonly WhoUmcCategory[]>> = {
  // Possible is related in some forms and not in others: only the site can say.
  not_related: ['certain', 'probable'],
  related: ['unlikely'],
  undetermined: [],
}

/** Whether "related" or "not related" to the product does not fit the WHO-UMC category, by the site's own list where it has one. */
export function isAgainstCategory(
  { product, whoUmc: { category } }: Judgement,
  related: readonly WhoUmcCategory[] = [],
): boolean {
  if (related.length === 0 || product === 'undetermined') return against[product].includes(category)
  return (product === 'related') !== related.includes(category)
}
