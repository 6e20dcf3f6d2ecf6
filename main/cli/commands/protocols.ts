import { shippedProtocols } from '#main/hosts/resources.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { Reading } from '#shared/core/protocol/reading.ts'
import { type LocalizedText, verbatim } from '#shared/core/text.ts'
import { command, jsonOption, languageOf, languageOption } from '../command.ts'
import { indented } from '../layout.ts'
import type { Look } from '../screening-text.ts'
import { columnsOf, paintFor, say, sayJson } from '../terminal.ts'

/** Lists the protocols that come with Lobule: how old their records are, and what a site must choose. */
export const protocolsCommand = command({
  name: 'protocols',
  summary: 'List the protocols: age of the record, state of the criteria, readings to choose.',
  options: { json: jsonOption, lang: languageOption },

  async run({ values }, { stdout }) {
    const protocols = await shippedProtocols()
    const look = { language: languageOf(values.lang), columns: columnsOf(stdout), paint: paintFor(stdout) }
    if (values.json) sayJson(stdout, protocols.map(summaryOf))
    else say(stdout, protocols.map(protocol => protocolText(protocol, look)).join('\n\n'))
    return 0
  },
})

function summaryOf({ definition, sha256 }: LoadedProtocol) {
  const { id, version, date, title, site, record, eligibilityCriteria, criteria, readings } = definition
  return {
    ...{ id, version, date, sha256, title, site, record, eligibilityCriteria },
    criteria: criteria.map(({ id, label, side, title, quote }) => ({ id, label, side, title, quote })),
    readings,
    notPublished: definition.notPublished,
  }
}

const labels = {
  status: { en: 'record says', 'zh-CN': '登记状态' },
  verified: { en: 'last verified', 'zh-CN': '最后核实' },
  updated: { en: 'last update posted', 'zh-CN': '最后更新' },
  criteria: { en: 'criteria', 'zh-CN': '入排标准' },
  published: { en: 'published', 'zh-CN': '已公开' },
  not_published: {
    en: 'not published and not entered; a site enters them from its approved protocol',
    'zh-CN': '未公开且未录入；由中心按批准的方案录入',
  },
  readings: { en: 'Readings (lobule schema readings says how to choose)', 'zh-CN': '待选择的解读' },
} as const satisfies Record<string, LocalizedText>

function protocolText({ definition, sha256 }: LoadedProtocol, look: Look): string {
  const { language, columns, paint } = look
  const { id, version, date, title, site, record, eligibilityCriteria, criteria, readings } = definition
  const line = (label: LocalizedText, value: LocalizedText) =>
    indented(`${label[language]}: ${value[language]}`, columns, '  ')
  const state = labels[eligibilityCriteria]
  const count = eligibilityCriteria === 'published' ? ` (${criteria.length})` : ''
  return [
    `${paint('bold', `${id} ${version}`)} (${date}) ${title[language]}`,
    indented(`${site} · SHA-256 ${sha256}`, columns, '  '),
    line(labels.status, record.status),
    ...(record.lastVerified ? [line(labels.verified, verbatim(record.lastVerified))] : []),
    ...(record.lastUpdatePosted ? [line(labels.updated, verbatim(record.lastUpdatePosted))] : []),
    ...(record.remark ? [paint('yellow', indented(`! ${record.remark[language]}`, columns, '  '))] : []),
    line(labels.criteria, { en: `${state.en}${count}`, 'zh-CN': `${state['zh-CN']}${count}` }),
    paint('bold', labels.readings[language]),
    ...readings.map(reading => readingText(reading, look)),
  ].join('\n')
}

function readingText({ id, scope, question, alternatives }: Reading, { language, columns }: Look): string {
  return [
    indented(`${id} (${scope}): ${question[language]}`, columns, '  ', '    '),
    ...alternatives.map(one => indented(`- ${one.id}: ${one.label[language]}`, columns, '    ', '      ')),
  ].join('\n')
}
