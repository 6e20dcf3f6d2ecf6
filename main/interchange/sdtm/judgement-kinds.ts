import { cdiscTest, type KindDefinition, ownTest } from './kind-definition.ts'

const investigator = { EVAL: 'INVESTIGATOR' }

/** What was judged, assessed and reported: FA, each about the fact or the question that it names. SS: who was alive. */
export const judgementKinds = {
  transplant_assessment: {
    domain: 'FA',
    topic: 'TRANSPLANT ASSESSMENT',
    fixed: { OBJ: 'LIVER TRANSPLANTATION' },
    tests: {
      suitability: ownTest('SUITABIL', ['Suitability for Transplantation', '是否适合肝移植']),
      donorLiver: ownTest('DONORLIV', ['Donor Liver', '供肝']),
    },
  },
  judgement: {
    domain: 'FA',
    topic: "INVESTIGATOR'S JUDGEMENT",
    fixed: investigator,
    as: { question: 'OBJ' },
    tests: { answer: ownTest('JUDGEMNT', ["Investigator's Judgement", '研究者判断']) },
  },
  causality: {
    domain: 'FA',
    topic: 'CAUSALITY JUDGEMENT',
    category: 'CAUSALITY',
    fixed: { ...investigator, OBJ: 'ADVERSE EVENT' },
    as: { event: 'REFID' },
    tests: {
      product: ownTest('RELPROD', ['Relation to the Study Product', '与研究产品的关系']),
      procedure: ownTest('RELPROC', ['Relation to the Procedure', '与操作的关系']),
      disease: ownTest('RELDIS', ['Relation to the Disease', '与基础疾病的关系']),
      doseLimiting: ownTest('DLT', ['Dose-Limiting Toxicity', '剂量限制性毒性']),
    },
  },
  result_assessment: {
    domain: 'FA',
    topic: 'ASSESSMENT OF A RESULT',
    fixed: investigator,
    as: { result: 'REFID', term: 'OBJ' },
    tests: { significance: ownTest('CLINSIG', ['Clinical Significance', '临床意义']) },
  },
  safety_report: {
    domain: 'FA',
    topic: 'SAFETY REPORT',
    category: 'SAFETY REPORT',
    fixed: { OBJ: 'ADVERSE EVENT' },
    as: { event: 'REFID' },
    tests: { to: ownTest('REPORTED', ['Reported to', '报告对象']) },
  },
  pregnancy: {
    domain: 'FA',
    topic: 'PREGNANCY',
    category: 'PREGNANCY',
    fixed: { OBJ: 'PREGNANCY' },
    tests: {
      lastMenstruation: ownTest('LMP', ['Last Menstruation', '末次月经']),
      dueOn: ownTest('DUEDATE', ['Expected Delivery', '预产期']),
      outcome: ownTest('PREGOUT', ['Outcome of the Pregnancy', '妊娠结局']),
      outcomeOn: ownTest('PREGOUTD', ['Day of the Outcome', '结局日期']),
    },
  },
  contact: {
    domain: 'SS',
    topic: 'ALIVE',
    fixed: { TESTCD: 'SURVSTAT', TEST: 'Survival Status', ORRES: 'ALIVE', STRESC: 'ALIVE' },
  },
} as const satisfies Readonly<Record<string, KindDefinition>>

/** The test of `contact`, which has no attribute for it. */
export const survivalTest = cdiscTest('SURVSTAT', ['Survival Status', '生存状态'])
