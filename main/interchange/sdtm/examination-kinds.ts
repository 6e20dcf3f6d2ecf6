import { cdiscTest, type KindDefinition, ownTest } from './kind-definition.ts'

const kPa = 'kPa'

/** Measurements, imaging, histology: VS, CV, XI, MI, QS. */
export const examinationKinds = {
  body_weight: {
    domain: 'VS',
    topic: 'BODY WEIGHT',
    tests: { kg: cdiscTest('WEIGHT', ['Weight', '体重'], 'kg') },
  },
  vital_signs: {
    domain: 'VS',
    topic: 'VITAL SIGNS',
    tests: {
      systolicMmHg: cdiscTest('SYSBP', ['Systolic Blood Pressure', '收缩压'], 'mmHg'),
      diastolicMmHg: cdiscTest('DIABP', ['Diastolic Blood Pressure', '舒张压'], 'mmHg'),
      pulsePerMinute: cdiscTest('PULSE', ['Pulse Rate', '脉搏'], 'beats/min'),
      temperatureCel: cdiscTest('TEMP', ['Temperature', '体温'], 'C'),
      respirationPerMinute: cdiscTest('RESP', ['Respiratory Rate', '呼吸频率'], 'breaths/min'),
      oxygenSaturationPercent: cdiscTest('OXYSAT', ['Oxygen Saturation', '血氧饱和度'], '%'),
    },
  },
  abdominal_girth: {
    domain: 'VS',
    topic: 'ABDOMINAL GIRTH',
    tests: { cm: ownTest('ABDGIRTH', ['Abdominal Girth', '腹围'], 'cm') },
  },
  quality_of_life: {
    domain: 'QS',
    topic: 'QUALITY OF LIFE',
    as: { instrument: 'CAT' },
    tests: { score: ownTest('QOLSCORE', ['Score of the Instrument', '量表评分']) },
  },
  portal_vein: {
    domain: 'CV',
    topic: 'PORTAL VEIN EXAMINATION',
    fixed: { LOC: 'PORTAL VEIN' },
    as: { modality: 'METHOD', fasting: 'FAST' },
    tests: {
      diameterMm: ownTest('PVDIAM', ['Portal Vein Diameter', '门静脉内径'], 'mm'),
      meanVelocityCmPerS: ownTest('PVVELMN', ['Portal Vein Mean Velocity', '门静脉平均流速'], 'cm/s'),
      maximumVelocityCmPerS: ownTest('PVVELMX', ['Portal Vein Maximum Velocity', '门静脉最大流速'], 'cm/s'),
      flowMlPerMin: ownTest('PVFLOW', ['Portal Vein Blood Flow', '门静脉血流量'], 'mL/min'),
    },
  },
  ascites: {
    domain: 'XI',
    topic: 'ASCITES',
    fixed: { LOC: 'ABDOMEN' },
    tests: {
      grade: ownTest('ASCGRADE', ['Grade of Ascites', '腹水分级']),
      depthCm: ownTest('ASCDEPTH', ['Depth of Ascites', '腹水深度'], 'cm'),
      volumeMl: ownTest('ASCVOL', ['Volume of Ascites', '腹水量'], 'mL'),
    },
  },
  liver_stiffness: {
    domain: 'XI',
    topic: 'LIVER STIFFNESS',
    fixed: { LOC: 'LIVER', METHOD: 'ELASTOGRAPHY' },
    tests: {
      kPa: ownTest('LIVSTIFF', ['Liver Stiffness', '肝脏硬度'], kPa),
      iqrToMedian: ownTest('LIVIQRM', ['Liver Stiffness IQR to Median', '肝脏硬度 IQR/中位数']),
    },
  },
  spleen_stiffness: {
    domain: 'XI',
    topic: 'SPLEEN STIFFNESS',
    fixed: { LOC: 'SPLEEN', METHOD: 'ELASTOGRAPHY' },
    tests: {
      kPa: ownTest('SPLSTIFF', ['Spleen Stiffness', '脾脏硬度'], kPa),
      iqrToMedian: ownTest('SPLIQRM', ['Spleen Stiffness IQR to Median', '脾脏硬度 IQR/中位数']),
    },
  },
  spleen_size: {
    domain: 'XI',
    topic: 'SPLEEN SIZE',
    fixed: { LOC: 'SPLEEN' },
    tests: {
      lengthMm: ownTest('SPLLEN', ['Length of the Spleen', '脾脏长径'], 'mm'),
      thicknessMm: ownTest('SPLTHICK', ['Thickness of the Spleen', '脾脏厚度'], 'mm'),
    },
  },
  histology: {
    domain: 'MI',
    topic: 'LIVER HISTOLOGY (ISHAK MODIFIED HAI)',
    fixed: { SPEC: 'LIVER' },
    tests: {
      interfaceHepatitis: ownTest('HAIINTF', ['Ishak HAI Interface Hepatitis', 'Ishak HAI 界面性肝炎']),
      confluentNecrosis: ownTest('HAICONFL', ['Ishak HAI Confluent Necrosis', 'Ishak HAI 融合性坏死']),
      focalNecrosis: ownTest('HAIFOCAL', ['Ishak HAI Focal Necrosis', 'Ishak HAI 点灶状坏死']),
      portalInflammation: ownTest('HAIPORTL', ['Ishak HAI Portal Inflammation', 'Ishak HAI 汇管区炎症']),
      fibrosis: ownTest('ISHAKFIB', ['Ishak Fibrosis Stage', 'Ishak 纤维化分期']),
    },
  },
} as const satisfies Readonly<Record<string, KindDefinition>>
