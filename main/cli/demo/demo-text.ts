import { basename } from 'node:path'
import type { EligibleRange, Outcome, RankedMissing } from '#shared/core/eligibility/verdict.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { drillText } from '../drill-text.ts'
import { countsText } from '../import-text.ts'
import { indented, tableOf } from '../layout.ts'
import { type Look, rankedLines, trainingBanner, verdictManner } from '../screening-text.ts'
import { reportText } from '../verification.ts'
import { verdictNames, words } from '../words.ts'
import type { InAndOut } from './in-and-out.ts'
import type { DemoAnswer, DemoCandidate, DemoResult } from './run-demo.ts'
import type { SignOff } from './sign-off.ts'
import { signOffText } from './sign-off-text.ts'

const labels = {
  candidates: { en: 'candidates', 'zh-CN': '名受试者' },
  beforeCriteria: { en: 'before its criteria were entered', 'zh-CN': '录入入排标准之前' },
  withCriteria: { en: 'with invented training criteria', 'zh-CN': '使用虚构的培训用标准' },
  candidate: { en: 'Candidate', 'zh-CN': '受试者' },
  mostUseful: { en: 'Find out first', 'zh-CN': '优先补充' },
  legend: {
    en: 'Dates: eligible if registered from – to, both days included. * ends in a projection: assumes that nothing new happens and that negative findings are renewed. ?: these criteria are open.',
    'zh-CN':
      '日期：在此期间登记即符合，含首尾两日。* 含推算日期，假定无新情况发生且否认记录届时已更新。?：未决标准。',
  },
  overall: { en: 'Find out first, over the whole list', 'zh-CN': '全部受试者中优先补充' },
  duplicates: { en: 'Possible duplicates, pointed out at entry', 'zh-CN': '录入时提示可能重复' },
  takenIn: { en: 'A month of results taken in', 'zh-CN': '导入一个月的检验结果' },
  handedOver: { en: 'A dossier handed over', 'zh-CN': '移交检查资料包' },
  backedUp: { en: 'Backed up, and a restore practised', 'zh-CN': '已备份并演练恢复' },
  trailWhole: { en: 'Audit trail verified: entries', 'zh-CN': '稽查轨迹已核验：条目' },
  trailBroken: { en: 'Audit trail NOT whole:', 'zh-CN': '稽查轨迹不完整：' },
  head: { en: 'head', 'zh-CN': '末端' },
} as const satisfies Record<string, LocalizedText>

/** Room for a span of dates with its mark. */
const PROTOCOL_COLUMNS = 28

/** Labels of open criteria shown before the rest is only counted. */
const LABELS_SHOWN = 6

/** What a demonstration shows on a terminal. */
export function demoText(result: DemoResult, look: Look): string {
  const { site, candidates, missing, possibleDuplicates } = result
  const { language, columns, paint } = look
  const count = `${candidates.length} ${labels.candidates[language]}`
  const title = `${site.name} · ${count} · ${words.ifRegisteredOn[language]} ${site.on}`
  const ranked = rankedLines(missing, look).map(line => indented(line, columns, '  ', '    '))
  const pairs = `${paint('bold', labels.duplicates[language])}: ${possibleDuplicates.join('; ')}`
  return [
    trainingBanner(look),
    indented(title, columns, ''),
    ...withoutCriteria(result, look),
    candidateTable(result, look),
    paint('dim', indented(labels.legend[language], columns, '')),
    [paint('bold', labels.overall[language]), ...ranked].join('\n'),
    ...(possibleDuplicates.length > 0 ? [pairs] : []),
    signOffText(result.signed, look),
    inAndOutText(result.data, look),
    backedUpText(result, look),
    trailText(result, look),
  ].join('\n\n')
}

/** What protocols without published criteria answered before the site entered its own. */
function withoutCriteria({ before, candidates }: DemoResult, look: Look): string[] {
  const { language, columns, paint } = look
  const open = before[0]?.answers.filter(({ protocol }, index) => {
    const later = candidates[0]?.answers[index]
    return protocol.siteCriteria === null && later?.protocol.siteCriteria !== null
  })
  return (open ?? []).map(({ protocol, verdict, statement }) => {
    const text = `${protocol.id} ${labels.beforeCriteria[language]}: ${statement[language]}`
    return paint(verdictManner[verdict], indented(text, columns, '', '  '))
  })
}

function candidateTable({ candidates, protocols }: DemoResult, look: Look): string {
  const { language, columns, paint } = look
  const answersOf = ({ answers }: DemoCandidate) =>
    protocols.map(({ id }) => answers.find(({ protocol }) => protocol.id === id))
  const heads = protocols.map(({ id }, index) => {
    const own = candidates.some(candidate => answersOf(candidate)[index]?.protocol.siteCriteria)
    return own ? `${id}\n${labels.withCriteria[language]}` : id
  })
  const rows = candidates.map(candidate => [
    candidate.screeningNumber,
    ...answersOf(candidate).map(answer => (answer === undefined ? '' : answerText(answer, language))),
    mostUseful(candidate, language),
  ])
  return tableOf(rows, {
    columns,
    head: [labels.candidate[language], ...heads, labels.mostUseful[language]],
    widths: [null, ...protocols.map(() => PROTOCOL_COLUMNS)],
    paint(text, row, column) {
      const candidate = candidates[row]
      if (candidate === undefined) return paint('bold', text)
      const answer = answersOf(candidate)[column - 1]
      return answer ? paint(verdictManner[answer.verdict], text) : text
    },
  })
}

function answerText(answer: DemoAnswer, language: Language): string {
  const { verdict, eligible, conflicts } = answer
  const reasons = verdict === 'ineligible' ? labelsOf(answer, ['violated']) : openLabels(answer)
  return [
    `${verdictNames[verdict][language]}${reasons}`,
    ...eligible.map(rangeText),
    ...conflicts.map(({ text }) => `! ${text[language]}`),
  ].join('\n')
}

function openLabels(answer: DemoAnswer): string {
  const open = labelsOf(answer, ['unknown', 'needs_judgement'])
  return open === '' ? '' : `${open} ?`
}

function labelsOf({ criteria }: DemoAnswer, outcomes: readonly Outcome[]): string {
  const found = criteria.filter(({ outcome }) => outcomes.includes(outcome)).map(({ label }) => label)
  if (found.length === 0) return ''
  const rest = found.length - LABELS_SHOWN
  const more = rest > 0 ? ` +${rest}` : ''
  return ` ${found.slice(0, LABELS_SHOWN).join(' ')}${more}`
}

function rangeText({ from, to, projectedFrom }: EligibleRange): string {
  return `${from ?? '…'} – ${to ?? '…'}${projectedFrom === null ? '' : ' *'}`
}

/** Only what can still decide something: where a criterion is violated, more facts change nothing. */
function mostUseful({ answers }: DemoCandidate, language: Language): string {
  const open = answers.filter(({ verdict }) => verdict === 'undetermined')
  const [best] = open.flatMap(({ missing }) => missing).sort(byReach)
  return best === undefined ? '–' : `${best.text[language]} (${best.criteria.join(', ')})`
}

function byReach(a: RankedMissing, b: RankedMissing): number {
  return b.settles - a.settles || b.concerns - a.concerns
}

/** What became of each row of the laboratory's file, and what the dossier verifies as. */
function inAndOutText({ file, counts, verified }: InAndOut, look: Look): string {
  const { language, columns, paint } = look
  return [
    `${paint('bold', labels.takenIn[language])} (${file})`,
    indented(countsText(counts, language), columns, '  '),
    '',
    paint('bold', labels.handedOver[language]),
    reportText({ ...verified, file: basename(verified.file) }, language, paint),
  ].join('\n')
}

function backedUpText({ backedUp: { backup, drill } }: DemoResult, { language, paint }: Look): string {
  const file = backup.fileName
  return [paint('bold', labels.backedUp[language]), drillText({ file, ...drill }, language, paint)].join('\n')
}

function trailText({ trail: { entries, head, problems } }: DemoResult, { language, paint }: Look): string {
  if (problems.length === 0) {
    const verified = `${labels.trailWhole[language]} ${entries}, ${labels.head[language]} ${head ?? ''}`
    return paint('green', verified)
  }
  const lines = problems.map(({ seq, problem }) => `${labels.trailBroken[language]} ${seq} ${problem}`)
  return paint('red', lines.join('\n'))
}

/** Where the signed documents are. */
export function documentsText({ folder }: SignOff, kept: boolean, language: Language): string {
  if (kept) return `${words.trainingMark[language]}: ${folder}`
  return language === 'en'
    ? 'The signed documents and the page that verifies them are removed; keep them with --documents DIR.'
    : '已签署的文件及验证页面已删除；用 --documents DIR 可保留。'
}

/** Where the store of a demonstration lies, and what opens it. */
export function storeText(
  { access: { loginName, password, recoveryKey } }: Pick<DemoResult, 'access'>,
  { directory, kept }: { directory: string; kept: boolean },
  language: Language,
): string {
  if (!kept) {
    return language === 'en'
      ? `The encrypted store was in ${directory} and is removed; keep one with --store DIR.`
      : `加密数据库位于 ${directory}，现已删除；用 --store DIR 可保留。`
  }
  return [
    `${words.trainingMark[language]}: ${directory}`,
    `  login ${loginName}`,
    `  password ${password}`,
    `  recovery key ${recoveryKey}`,
    `  npm run lobule -- audit verify --store ${directory} --user ${loginName}`,
  ].join('\n')
}
