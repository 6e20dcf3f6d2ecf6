import type { DocumentKind } from '#shared/core/documents/payload.ts'
import type { LocalizedText } from '#shared/core/text.ts'

const title = (en: string, zh: string): LocalizedText => ({ en, 'zh-CN': zh })

/** What each kind of document is called where it is signed. */
export const documentTitles: Readonly<Record<DocumentKind, LocalizedText>> = {
  eligibility: title('Eligibility assessment', '入选资格评估'),
  configuration: title('Readings and site criteria', '解读与本中心标准'),
  screening_log: title('Screening log', '筛选登记表'),
  trail_extract: title('Audit trail extract', '稽查轨迹摘录'),
  site_certificate: title('Site certificate', '中心证书'),
  visit_worksheet: title('Visit worksheet', '访视工作表'),
  chart_review: title('Review of trends', '趋势审阅'),
  deviation_list: title('Protocol deviations', '方案偏离清单'),
  causality: title('Adverse event report', '不良事件报告'),
  sae_report: title('Serious adverse event report', '严重不良事件报告'),
  case_summary: title('Case summary', '病例摘要'),
  event_listing: title('Listing of adverse events', '不良事件列表'),
  export_manifest: title('Manifest of an export', '数据导出清单'),
}
