import { z } from 'zod'
import type { OrganClass } from './organ-classes.ts'

/** One term of CTCAE with the definitions of its grades, word for word. */
export interface CtcaeEntry {
  readonly name: string
  /** Lobule's own translation: the definitions are kept in the language that they were published in. */
  readonly chinese: string
  readonly organClass: OrganClass
  readonly definition: string
  /** Of grades 1 to 5. */
  readonly grades: readonly [string, string, string, string, string]
  readonly navigationalNote?: string
}

/** 62 terms of the Common Terminology Criteria for Adverse Events v5.0, US National Cancer Institute, 2017-11-27. */
export const ctcaeEntries = {
  anemia: {
    name: 'Anemia',
    chinese: '贫血',
    organClass: 'blood_and_lymphatic_system_disorders',
    definition:
      'A disorder characterized by a reduction in the amount of hemoglobin in 100 ml of blood. Signs and symptoms of anemia may include pallor of the skin and mucous membranes, shortness of breath, palpitations of the heart, soft systolic murmurs, lethargy, and fatigability.',
    grades: [
      'Hemoglobin (Hgb) <LLN - 10.0 g/dL; <LLN - 6.2 mmol/L; <LLN - 100 g/L',
      'Hgb <10.0 - 8.0 g/dL; <6.2 - 4.9 mmol/L; <100 - 80g/L',
      'Hgb <8.0 g/dL; <4.9 mmol/L; <80 g/L; transfusion indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  febrile_neutropenia: {
    name: 'Febrile neutropenia',
    chinese: '发热性中性粒细胞减少',
    organClass: 'blood_and_lymphatic_system_disorders',
    definition:
      'A disorder characterized by an ANC <1000/mm3 and a single temperature of >38.3 degrees C (101 degrees F) or a sustained temperature of >=38 degrees C (100.4 degrees F) for more than one hour',
    grades: [
      '-',
      '-',
      'ANC <1000/mm3 with a single temperature of >38.3 degrees C (101 degrees F) or a sustained temperature of >=38 degrees C (100.4 degrees F) for more than one hour',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  abdominal_distension: {
    name: 'Abdominal distension',
    chinese: '腹胀',
    organClass: 'gastrointestinal_disorders',
    definition: 'A disorder characterized by swelling of the abdomen.',
    grades: [
      'Asymptomatic; clinical or diagnostic observations only; intervention not indicated',
      'Symptomatic; limiting instrumental ADL',
      'Severe discomfort; limiting self care ADL',
      '-',
      '-',
    ],
  },
  abdominal_pain: {
    name: 'Abdominal pain',
    chinese: '腹痛',
    organClass: 'gastrointestinal_disorders',
    definition: 'A disorder characterized by a sensation of marked discomfort in the abdominal region.',
    grades: [
      'Mild pain',
      'Moderate pain; limiting instrumental ADL',
      'Severe pain; limiting self care ADL',
      '-',
      '-',
    ],
  },
  ascites: {
    name: 'Ascites',
    chinese: '腹水',
    organClass: 'gastrointestinal_disorders',
    definition:
      'A disorder characterized by accumulation of serous or hemorrhagic fluid in the peritoneal cavity.',
    grades: [
      'Asymptomatic; clinical or diagnostic observations only; intervention not indicated',
      'Symptomatic; medical intervention indicated',
      'Severe symptoms; invasive intervention indicated',
      'Life-threatening consequences; urgent operative intervention indicated',
      'Death',
    ],
  },
  diarrhea: {
    name: 'Diarrhea',
    chinese: '腹泻',
    organClass: 'gastrointestinal_disorders',
    definition:
      'A disorder characterized by an increase in frequency and/or loose or watery bowel movements.',
    grades: [
      'Increase of <4 stools per day over baseline; mild increase in ostomy output compared to baseline',
      'Increase of 4 - 6 stools per day over baseline; moderate increase in ostomy output compared to baseline; limiting instrumental ADL',
      'Increase of >=7 stools per day over baseline; hospitalization indicated; severe increase in ostomy output compared to baseline; limiting self care ADL',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  esophageal_varices_hemorrhage: {
    name: 'Esophageal varices hemorrhage',
    chinese: '食管静脉曲张出血',
    organClass: 'gastrointestinal_disorders',
    definition: 'A disorder characterized by bleeding from esophageal varices.',
    grades: [
      '-',
      'Self-limited; intervention not indicated',
      'Transfusion indicated; invasive intervention indicated; hospitalization',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  gastric_hemorrhage: {
    name: 'Gastric hemorrhage',
    chinese: '胃出血',
    organClass: 'gastrointestinal_disorders',
    definition: 'A disorder characterized by bleeding from the gastric wall.',
    grades: [
      'Mild symptoms; intervention not indicated',
      'Moderate symptoms; intervention indicated',
      'Transfusion indicated; invasive intervention indicated; hospitalization',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  nausea: {
    name: 'Nausea',
    chinese: '恶心',
    organClass: 'gastrointestinal_disorders',
    definition: 'A disorder characterized by a queasy sensation and/or the urge to vomit.',
    grades: [
      'Loss of appetite without alteration in eating habits',
      'Oral intake decreased without significant weight loss, dehydration or malnutrition',
      'Inadequate oral caloric or fluid intake; tube feeding, TPN, or hospitalization indicated',
      '-',
      '-',
    ],
  },
  upper_gastrointestinal_hemorrhage: {
    name: 'Upper gastrointestinal hemorrhage',
    chinese: '上消化道出血',
    organClass: 'gastrointestinal_disorders',
    definition:
      'A disorder characterized by bleeding from the upper gastrointestinal tract (oral cavity, pharynx, esophagus, and stomach).',
    grades: [
      'Mild symptoms; intervention not indicated',
      'Moderate symptoms; intervention indicated',
      'Transfusion indicated; invasive intervention indicated; hospitalization',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  vomiting: {
    name: 'Vomiting',
    chinese: '呕吐',
    organClass: 'gastrointestinal_disorders',
    definition:
      'A disorder characterized by the reflexive act of ejecting the contents of the stomach through the mouth.',
    grades: [
      'Intervention not indicated',
      'Outpatient IV hydration; medical intervention indicated',
      'Tube feeding, TPN, or hospitalization indicated',
      'Life-threatening consequences',
      'Death',
    ],
  },
  chills: {
    name: 'Chills',
    chinese: '寒战',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      'A disorder characterized by a sensation of cold that often marks a physiologic response to sweating after a fever.',
    grades: [
      'Mild sensation of cold; shivering; chattering of teeth',
      'Moderate tremor of the entire body; narcotics indicated',
      'Severe or prolonged, not responsive to narcotics',
      '-',
      '-',
    ],
  },
  edema_limbs: {
    name: 'Edema limbs',
    chinese: '肢体水肿',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      'A disorder characterized by swelling due to excessive fluid accumulation in the upper or lower extremities.',
    grades: [
      '5 - 10% inter-limb discrepancy in volume or circumference at point of greatest visible difference; swelling or obscuration of anatomic architecture on close inspection',
      '>10 - 30% inter-limb discrepancy in volume or circumference at point of greatest visible difference; readily apparent obscuration of anatomic architecture; obliteration of skin folds; readily apparent deviation from normal anatomic contour; limiting instrumental ADL',
      '>30% inter-limb discrepancy in volume; gross deviation from normal anatomic contour; limiting self care ADL',
      '-',
      '-',
    ],
  },
  fatigue: {
    name: 'Fatigue',
    chinese: '疲乏',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      'A disorder characterized by a state of generalized weakness with a pronounced inability to summon sufficient energy to accomplish daily activities.',
    grades: [
      'Fatigue relieved by rest',
      'Fatigue not relieved by rest; limiting instrumental ADL',
      'Fatigue not relieved by rest, limiting self care ADL',
      '-',
      '-',
    ],
  },
  fever: {
    name: 'Fever',
    chinese: '发热',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      "A disorder characterized by elevation of the body's temperature above the upper limit of normal.",
    grades: [
      '38.0 - 39.0 degrees C (100.4 - 102.2 degrees F)',
      '>39.0 - 40.0 degrees C (102.3 - 104.0 degrees F)',
      '>40.0 degrees C (>104.0 degrees F) for <=24 hrs',
      '>40.0 degrees C (>104.0 degrees F) for >24 hrs',
      'Death',
    ],
  },
  infusion_site_extravasation: {
    name: 'Infusion site extravasation',
    chinese: '输注部位外渗',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      'A disorder characterized by leakage of the infusion into the surrounding tissue. Signs and symptoms may include induration, erythema, swelling, burning sensation and marked discomfort at the infusion site.',
    grades: [
      'Painless edema',
      'Erythema with associated symptoms (e.g., edema, pain, induration, phlebitis)',
      'Ulceration or necrosis; severe tissue damage; operative intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  malaise: {
    name: 'Malaise',
    chinese: '全身不适',
    organClass: 'general_disorders_and_administration_site_conditions',
    definition:
      'A disorder characterized by a feeling of general discomfort or uneasiness, an out-of-sorts feeling.',
    grades: [
      'Uneasiness or lack of well being',
      'Uneasiness or lack of well being limiting instrumental ADL',
      'Uneasiness or lack of well being limiting self-care ADL',
      '-',
      '-',
    ],
  },
  hepatic_failure: {
    name: 'Hepatic failure',
    chinese: '肝衰竭',
    organClass: 'hepatobiliary_disorders',
    definition:
      "A disorder characterized by the inability of the liver to metabolize chemicals in the body. Laboratory test results reveal abnormal plasma levels of ammonia, bilirubin, lactic dehydrogenase, alkaline phosphatase, aminotransferase, and/or prolongation of prothrombin time (INR.) Drug-induced liever injury (DILI) as defined by Hy's Law.",
    grades: [
      '-',
      '-',
      'Asterixis; mild encephalopathy; drug-induced liver injury (DILI); limiting self care ADL',
      'Life-threatening consequences; moderate to severe encephalopathy; coma',
      'Death',
    ],
  },
  hepatic_hemorrhage: {
    name: 'Hepatic hemorrhage',
    chinese: '肝出血',
    organClass: 'hepatobiliary_disorders',
    definition: 'A disorder characterized by bleeding from the liver.',
    grades: [
      'Mild symptoms; intervention not indicated',
      'Moderate symptoms; intervention indicated',
      'Transfusion indicated; invasive intervention indicated; hospitalization',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  portal_hypertension: {
    name: 'Portal hypertension',
    chinese: '门静脉高压',
    organClass: 'hepatobiliary_disorders',
    definition: 'A disorder characterized by an increase in blood pressure in the portal venous system.',
    grades: [
      '-',
      'Decreased portal vein flow',
      'Reversal/retrograde portal vein flow; associated with varices and/or ascites',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  portal_vein_thrombosis: {
    name: 'Portal vein thrombosis',
    chinese: '门静脉血栓形成',
    organClass: 'hepatobiliary_disorders',
    definition: 'A disorder characterized by the formation of a thrombus (blood clot) in the portal vein.',
    grades: [
      '-',
      'Intervention not indicated',
      'Medical intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  allergic_reaction: {
    name: 'Allergic reaction',
    chinese: '过敏反应',
    organClass: 'immune_system_disorders',
    definition:
      'A disorder characterized by an adverse local or general response from exposure to an allergen.',
    grades: [
      'Systemic intervention not indicated',
      'Oral intervention indicated',
      'Bronchospasm; hospitalization indicated for clinical sequelae; intravenous intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
    navigationalNote:
      'If related to infusion, use Injury, poisoning and procedural complications: Infusion related reaction. Do not report both.',
  },
  anaphylaxis: {
    name: 'Anaphylaxis',
    chinese: '严重过敏反应',
    organClass: 'immune_system_disorders',
    definition:
      'A disorder characterized by an acute inflammatory reaction resulting from the release of histamine and histamine-like substances from mast cells, causing a hypersensitivity immune response. Clinically, it presents with breathing difficulty, dizziness, hypotension, cyanosis and loss of consciousness and may lead to death.',
    grades: [
      '-',
      '-',
      'Symptomatic bronchospasm, with or without urticaria; parenteral intervention indicated; allergy-related edema/angioedema; hypotension',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  cytokine_release_syndrome: {
    name: 'Cytokine release syndrome',
    chinese: '细胞因子释放综合征',
    organClass: 'immune_system_disorders',
    definition:
      'A disorder characterized by fever, tachypnea, headache, tachycardia, hypotension, rash, and/or hypoxia caused by the release of cytokines.',
    grades: [
      'Fever with or without constitutional symptoms',
      'Hypotension responding to fluids; hypoxia responding to <40% O2',
      'Hypotension managed with one pressor; hypoxia requiring ≥ 40% O2',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
    navigationalNote:
      'Also consider reporting other organ dysfunctions including neurological toxicities such as: Psychiatric disorders: Hallucinations or Confusion; Nervous system disorders: Seizure, Dysphasia, Tremor, or Headache',
  },
  hepatic_infection: {
    name: 'Hepatic infection',
    chinese: '肝脏感染',
    organClass: 'infections_and_infestations',
    definition: 'A disorder characterized by an infectious process involving the liver.',
    grades: [
      '-',
      'Moderate symptoms; oral intervention indicated (e.g., antibiotic, antifungal, or antiviral)',
      'IV antibiotic, antifungal, or antiviral intervention indicated; invasive intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  hepatitis_b_reactivation: {
    name: 'Hepatitis B reactivation',
    chinese: '乙型肝炎再激活',
    organClass: 'infections_and_infestations',
    definition: 'A disorder characterized by the reactivation of hepatitis B virus.',
    grades: [
      'Asymptomatic or mild symptoms; clinical or diagnostic observations only; intervention not indicated',
      'Moderate symptoms; medical intervention indicated',
      'Severe or medically significant but not immediately life-threatening; hospitalization or prolongation of existing hospitalization indicated; IV intervention indicated',
      'Life-threatening consequences; urgent intervention indicated; severe decompensated liver function (e.g., coagulopathy, encephalopathy, coma)',
      'Death',
    ],
  },
  lung_infection: {
    name: 'Lung infection',
    chinese: '肺部感染',
    organClass: 'infections_and_infestations',
    definition: 'A disorder characterized by an infectious process involving the lungs, including pneumonia.',
    grades: [
      '-',
      'Moderate symptoms; oral intervention indicated (e.g., antibiotic, antifungal, or antiviral)',
      'IV antibiotic, antifungal, or antiviral intervention indicated; invasive intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
    navigationalNote:
      'If infection is due to aspiration, consider reporting Respiratory, thoracic and mediastinal disorders: Apiration',
  },
  peritoneal_infection: {
    name: 'Peritoneal infection',
    chinese: '腹膜感染',
    organClass: 'infections_and_infestations',
    definition: 'A disorder characterized by an infectious process involving the peritoneum.',
    grades: [
      '-',
      '-',
      'IV antibiotic, antifungal, or antiviral intervention indicated; invasive intervention indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  sepsis: {
    name: 'Sepsis',
    chinese: '脓毒症',
    organClass: 'infections_and_infestations',
    definition:
      'A disorder characterized by the presence of pathogenic microorganisms in the blood stream that cause a rapidly progressing systemic reaction that may lead to shock.',
    grades: [
      '-',
      '-',
      'Blood culture positive with signs or symptoms; treatment indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
    navigationalNote: 'Includes SIRS. Also consider Infections and infestations: Bacteremia (Grade 2)',
  },
  infusion_related_reaction: {
    name: 'Infusion related reaction',
    chinese: '输注相关反应',
    organClass: 'injury_poisoning_and_procedural_complications',
    definition:
      'A disorder characterized by adverse reaction to the infusion of pharmacological or biological substances.',
    grades: [
      'Mild transient reaction; infusion interruption not indicated; intervention not indicated',
      'Therapy or infusion interruption indicated but responds promptly to symptomatic treatment (e.g., antihistamines, NSAIDS, narcotics, IV fluids); prophylactic medications indicated for <=24 hrs',
      'Prolonged (e.g., not rapidly responsive to symptomatic medication and/or brief interruption of infusion); recurrence of symptoms following initial improvement; hospitalization indicated for clinical sequelae',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  activated_partial_thromboplastin_time_prolonged: {
    name: 'Activated partial thromboplastin time prolonged',
    chinese: '活化部分凝血活酶时间延长',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results in which the partial thromboplastin time is found to be greater than the control value. As a possible indicator of coagulopathy, a prolonged partial thromboplastin time (PTT) may occur in a variety of diseases and disorders, both primary and related to treatment.',
    grades: ['>ULN - 1.5 x ULN', '>1.5 - 2.5 x ULN', '>2.5 x ULN; bleeding', '-', '-'],
  },
  alanine_aminotransferase_increased: {
    name: 'Alanine aminotransferase increased',
    chinese: '丙氨酸氨基转移酶升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an increase in the level of alanine aminotransferase (ALT or SGPT) in the blood specimen.',
    grades: [
      '>ULN - 3.0 x ULN if baseline was normal; 1.5 - 3.0 x baseline if baseline was abnormal',
      '>3.0 - 5.0 x ULN if baseline was normal; >3.0 - 5.0 x baseline if baseline was abnormal',
      '>5.0 - 20.0 x ULN if baseline was normal; >5.0 - 20.0 x baseline if baseline was abnormal',
      '>20.0 x ULN if baseline was normal; >20.0 x baseline if baseline was abnormal',
      '-',
    ],
    navigationalNote: 'Also consider Hepatobiliary disorders: Hepatic failure',
  },
  alkaline_phosphatase_increased: {
    name: 'Alkaline phosphatase increased',
    chinese: '碱性磷酸酶升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an increase in the level of alkaline phosphatase in a blood specimen.',
    grades: [
      '>ULN - 2.5 x ULN if baseline was normal; 2.0 - 2.5 x baseline if baseline was abnormal',
      '>2.5 - 5.0 x ULN if baseline was normal; >2.5 - 5.0 x baseline if baseline was abnormal',
      '>5.0 - 20.0 x ULN if baseline was normal; >5.0 - 20.0 x baseline if baseline was abnormal',
      '>20.0 x ULN if baseline was normal; >20.0 x baseline if baseline was abnormal',
      '-',
    ],
  },
  aspartate_aminotransferase_increased: {
    name: 'Aspartate aminotransferase increased',
    chinese: '天冬氨酸氨基转移酶升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an increase in the level of aspartate aminotransferase (AST or SGOT) in a blood specimen.',
    grades: [
      '>ULN - 3.0 x ULN if baseline was normal; 1.5 - 3.0 x baseline if baseline was abnormal',
      '>3.0 - 5.0 x ULN if baseline was normal; >3.0 - 5.0 x baseline if baseline was abnormal',
      '>5.0 - 20.0 x ULN if baseline was normal; >5.0 - 20.0 x baseline if baseline was abnormal',
      '>20.0 x ULN if baseline was normal; >20.0 x baseline if baseline was abnormal',
      '-',
    ],
    navigationalNote: 'Also consider Hepatobiliary disorders: Hepatic failure',
  },
  blood_bilirubin_increased: {
    name: 'Blood bilirubin increased',
    chinese: '血胆红素升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an abnormally high level of bilirubin in the blood. Excess bilirubin is associated with jaundice.',
    grades: [
      '>ULN - 1.5 x ULN if baseline was normal; > 1.0 - 1.5 x baseline if baseline was abnormal',
      '>1.5 - 3.0 x ULN if baseline was normal; >1.5 - 3.0 x baseline if baseline was abnormal',
      '>3.0 - 10.0 x ULN if baseline was normal; >3.0 - 10.0 x baseline if baseline was abnormal',
      '>10.0 x ULN if baseline was normal; >10.0 x baseline if baseline was abnormal',
      '-',
    ],
    navigationalNote: 'Also consider Hepatobiliary disorders: Hepatic failure',
  },
  creatinine_increased: {
    name: 'Creatinine increased',
    chinese: '肌酐升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate increased levels of creatinine in a biological specimen.',
    grades: [
      '>ULN - 1.5 x ULN',
      '>1.5 - 3.0 x baseline; >1.5 - 3.0 x ULN',
      '>3.0 x baseline; >3.0 - 6.0 x ULN',
      '>6.0 x ULN',
      '-',
    ],
    navigationalNote: 'Also consider Renal and urinary disorders: Acute kidney injury',
  },
  fibrinogen_decreased: {
    name: 'Fibrinogen decreased',
    chinese: '纤维蛋白原降低',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an decrease in levels of fibrinogen in a blood specimen.',
    grades: [
      '<1.0 - 0.75 x LLN; if abnormal, <25% decrease from baseline',
      '<0.75 - 0.5 x LLN; if abnormal, 25 - <50% decrease from baseline',
      '<0.5 - 0.25 x LLN; if abnormal, 50 - <75% decrease from baseline',
      '<0.25 x LLN; if abnormal, 75% decrease from baseline; absolute value <50 mg/dL',
      '-',
    ],
  },
  ggt_increased: {
    name: 'GGT increased',
    chinese: 'γ-谷氨酰转移酶升高',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate higher than normal levels of the enzyme gamma-glutamyltransferase in the blood specimen. GGT (gamma-glutamyltransferase ) catalyzes the transfer of a gamma glutamyl group from a gamma glutamyl peptide to another peptide, amino acids or water.',
    grades: [
      '>ULN - 2.5 x ULN if baseline was normal; 2.0 - 2.5 x baseline if baseline was abnormal',
      '>2.5 - 5.0 x ULN if baseline was normal; >2.5 - 5.0 x baseline if baseline was abnormal',
      '>5.0 - 20.0 x ULN if baseline was normal; >5.0 - 20.0 x baseline if baseline was abnormal',
      '>20.0 x ULN if baseline was normal; >20.0 x baseline if baseline was abnormal',
      '-',
    ],
  },
  inr_increased: {
    name: 'INR increased',
    chinese: '国际标准化比值升高',
    organClass: 'investigations',
    definition:
      "A finding based on laboratory test results that indicate an increase in the ratio of the patient's prothrombin time to a control sample in the blood.",
    grades: [
      '>1.2 - 1.5; >1 - 1.5 x baseline if on anticoagulation; monitoring only indicated',
      '>1.5 - 2.5; >1.5 - 2.5 x baseline if on anticoagulation; dose adjustment indicated',
      '>2.5; >2.5 x baseline if on anticoagulation; bleeding',
      '-',
      '-',
    ],
  },
  lymphocyte_count_decreased: {
    name: 'Lymphocyte count decreased',
    chinese: '淋巴细胞计数降低',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate a decrease in number of lymphocytes in a blood specimen.',
    grades: [
      '<LLN - 800/mm3; <LLN - 0.8 x 10e9/L',
      '<800 - 500/mm3; <0.8 - 0.5 x 10e9 /L',
      '<500 - 200/mm3; <0.5 - 0.2 x 10e9 /L',
      '<200/mm3; <0.2 x 10e9 /L',
      '-',
    ],
  },
  neutrophil_count_decreased: {
    name: 'Neutrophil count decreased',
    chinese: '中性粒细胞计数降低',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate a decrease in number of neutrophils in a blood specimen.',
    grades: [
      '<LLN - 1500/mm3; <LLN - 1.5 x 10e9 /L',
      '<1500 - 1000/mm3; <1.5 - 1.0 x 10e9 /L',
      '<1000 - 500/mm3; <1.0 - 0.5 x 10e9 /L',
      '<500/mm3; <0.5 x 10e9 /L',
      '-',
    ],
  },
  platelet_count_decreased: {
    name: 'Platelet count decreased',
    chinese: '血小板计数降低',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate a decrease in number of platelets in a blood specimen.',
    grades: [
      '<LLN - 75,000/mm3; <LLN - 75.0 x 10e9 /L',
      '<75,000 - 50,000/mm3; <75.0 - 50.0 x 10e9 /L',
      '<50,000 - 25,000/mm3; <50.0 - 25.0 x 10e9 /L',
      '<25,000/mm3; <25.0 x 10e9 /L',
      '-',
    ],
  },
  weight_gain: {
    name: 'Weight gain',
    chinese: '体重增加',
    organClass: 'investigations',
    definition:
      'A finding characterized by an unexpected or abnormal increase in overall body weight; for pediatrics, greater than the baseline growth curve.',
    grades: ['5 - <10% from baseline', '10 - <20% from baseline', '>=20% from baseline', '-', '-'],
    navigationalNote: 'Do not use Metabolism and nutrition disorders: Obesity, this term is being retired.',
  },
  weight_loss: {
    name: 'Weight loss',
    chinese: '体重减轻',
    organClass: 'investigations',
    definition:
      'A finding characterized by a decrease in overall body weight; for pediatrics, less than the baseline growth curve.',
    grades: [
      '5 to <10% from baseline; intervention not indicated',
      '10 - <20% from baseline; nutritional support indicated',
      '>=20% from baseline; tube feeding or TPN indicated',
      '-',
      '-',
    ],
  },
  white_blood_cell_decreased: {
    name: 'White blood cell decreased',
    chinese: '白细胞计数降低',
    organClass: 'investigations',
    definition:
      'A finding based on laboratory test results that indicate an decrease in number of white blood cells in a blood specimen.',
    grades: [
      '<LLN - 3000/mm3; <LLN - 3.0 x 10e9 /L',
      '<3000 - 2000/mm3; <3.0 - 2.0 x 10e9 /L',
      '<2000 - 1000/mm3; <2.0 - 1.0 x 10e9 /L',
      '<1000/mm3; <1.0 x 10e9 /L',
      '-',
    ],
  },
  hyperglycemia: {
    name: 'Hyperglycemia',
    chinese: '高血糖',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate an elevation in the concentration of blood sugar. It is usually an indication of diabetes mellitus or glucose intolerance.',
    grades: [
      'Abnormal glucose above baseline with no medical intervention',
      'Change in daily management from baseline for a diabetic; oral antiglycemic agent initiated; workup for diabetes',
      'Insulin therapy initiated; hospitalization indicated',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  hyperkalemia: {
    name: 'Hyperkalemia',
    chinese: '高钾血症',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate an elevation in the concentration of potassium in the blood; associated with kidney failure or sometimes with the use of diuretic drugs.',
    grades: [
      '>ULN - 5.5 mmol/L',
      '>5.5 - 6.0 mmol/L; intervention initiated',
      '>6.0 - 7.0 mmol/L; hospitalization indicated',
      '>7.0 mmol/L; life-threatening consequences',
      'Death',
    ],
  },
  hypoalbuminemia: {
    name: 'Hypoalbuminemia',
    chinese: '低白蛋白血症',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate a low concentration of albumin in the blood.',
    grades: [
      '<LLN - 3 g/dL; <LLN - 30 g/L',
      '<3 - 2 g/dL; <30 - 20 g/L',
      '<2 g/dL; <20 g/L',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  hypoglycemia: {
    name: 'Hypoglycemia',
    chinese: '低血糖',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate a low concentration of glucose in the blood.',
    grades: [
      '<LLN - 55 mg/dL; <LLN - 3.0 mmol/L',
      '<55 - 40 mg/dL; <3.0 - 2.2 mmol/L',
      '<40 - 30 mg/dL; <2.2 - 1.7 mmol/L',
      '<30 mg/dL; <1.7 mmol/L; life-threatening consequences; seizures',
      'Death',
    ],
  },
  hypokalemia: {
    name: 'Hypokalemia',
    chinese: '低钾血症',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate a low concentration of potassium in the blood.',
    grades: [
      '<LLN - 3.0 mmol/L',
      'Symptomatic with <LLN - 3.0 mmol/L; intervention indicated',
      '<3.0 - 2.5 mmol/L; hospitalization indicated',
      '<2.5 mmol/L; life-threatening consequences',
      'Death',
    ],
  },
  hyponatremia: {
    name: 'Hyponatremia',
    chinese: '低钠血症',
    organClass: 'metabolism_and_nutrition_disorders',
    definition:
      'A disorder characterized by laboratory test results that indicate a low concentration of sodium in the blood.',
    grades: [
      '<LLN - 130 mmol/L',
      '125-129 mmol/L and asymptomatic',
      '125-129 mmol/L symptomatic; 120-124 mmol/L regardless of symptoms',
      '<120 mmol/L; life-threatening consequences',
      'Death',
    ],
  },
  encephalopathy: {
    name: 'Encephalopathy',
    chinese: '脑病',
    organClass: 'nervous_system_disorders',
    definition: 'A disorder characterized by a pathologic process involving the brain.',
    grades: [
      'Mild symptoms',
      'Moderate symptoms; limiting instrumental ADL',
      'Severe symptoms; limiting self care ADL',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  headache: {
    name: 'Headache',
    chinese: '头痛',
    organClass: 'nervous_system_disorders',
    definition:
      'A disorder characterized by a sensation of marked discomfort in various parts of the head, not confined to the area of distribution of any nerve.',
    grades: [
      'Mild pain',
      'Moderate pain; limiting instrumental ADL',
      'Severe pain; limiting self care ADL',
      '-',
      '-',
    ],
  },
  acute_kidney_injury: {
    name: 'Acute kidney injury',
    chinese: '急性肾损伤',
    organClass: 'renal_and_urinary_disorders',
    definition:
      'A disorder characterized by the acute loss of renal function (within 2 weeks) and is traditionally classified as pre-renal (low blood flow into kidney), renal (kidney damage) and post-renal causes (ureteral or bladder outflow obstruction).',
    grades: [
      '-',
      '-',
      'Hospitalization indicated',
      'Life-threatening consequences; dialysis indicated',
      'Death',
    ],
    navigationalNote: 'Also consider Investigations: Creatinine increased',
  },
  dyspnea: {
    name: 'Dyspnea',
    chinese: '呼吸困难',
    organClass: 'respiratory_thoracic_and_mediastinal_disorders',
    definition: 'A disorder characterized by an uncomfortable sensation of difficulty breathing.',
    grades: [
      'Shortness of breath with moderate exertion',
      'Shortness of breath with minimal exertion; limiting instrumental ADL',
      'Shortness of breath at rest; limiting self care ADL',
      'Life-threatening consequences; urgent intervention indicated',
      'Death',
    ],
  },
  pleural_effusion: {
    name: 'Pleural effusion',
    chinese: '胸腔积液',
    organClass: 'respiratory_thoracic_and_mediastinal_disorders',
    definition:
      'A disorder characterized by an increase in amounts of fluid within the pleural cavity. Symptoms include shortness of breath, cough and marked chest discomfort.',
    grades: [
      'Asymptomatic; clinical or diagnostic observations only; intervention not indicated',
      'Symptomatic; intervention indicated (e.g., diuretics or therapeutic thoracentesis)',
      'Symptomatic with respiratory distress and hypoxia; operative intervention including chest tube or pleurodesis indicated',
      'Life-threatening respiratory or hemodynamic compromise; intubation or urgent intervention indicated',
      'Death',
    ],
  },
  pruritus: {
    name: 'Pruritus',
    chinese: '瘙痒',
    organClass: 'skin_and_subcutaneous_tissue_disorders',
    definition: 'A disorder characterized by an intense itching sensation.',
    grades: [
      'Mild or localized; topical intervention indicated',
      'Widespread and intermittent; skin changes from scratching (e.g., edema, papulation, excoriations, lichenification, oozing/crusts); oral intervention indicated; limiting instrumental ADL',
      'Widespread and constant; limiting self care ADL or sleep; systemic corticosteroid or immunosuppressive therapy indicated',
      '-',
      '-',
    ],
  },
  rash_maculo_papular: {
    name: 'Rash maculo-papular',
    chinese: '斑丘疹',
    organClass: 'skin_and_subcutaneous_tissue_disorders',
    definition:
      'A disorder characterized by the presence of macules (flat) and papules (elevated). Also known as morbillform rash, it is one of the most common cutaneous adverse events, frequently affecting the upper trunk, spreading centripetally and associated with pruritis.',
    grades: [
      'Macules/papules covering <10% BSA with or without symptoms (e.g., pruritus, burning, tightness)',
      'Macules/papules covering 10 - 30% BSA with or without symptoms (e.g., pruritus, burning, tightness); limiting instrumental ADL; rash covering > 30% BSA with or without mild symptoms',
      'Macules/papules covering >30% BSA with moderate or severe symptoms; limiting self care ADL',
      '-',
      '-',
    ],
  },
  urticaria: {
    name: 'Urticaria',
    chinese: '荨麻疹',
    organClass: 'skin_and_subcutaneous_tissue_disorders',
    definition:
      'A disorder characterized by an itchy skin eruption characterized by wheals with pale interiors and well-defined red margins.',
    grades: [
      'Urticarial lesions covering <10% BSA; topical intervention indicated',
      'Urticarial lesions covering 10 - 30% BSA; oral intervention indicated',
      'Urticarial lesions covering >30% BSA; IV intervention indicated',
      '-',
      '-',
    ],
  },
  hypertension: {
    name: 'Hypertension',
    chinese: '高血压',
    organClass: 'vascular_disorders',
    definition: 'A disorder characterized by a pathological increase in blood pressure.',
    grades: [
      'Adult: Systolic BP 120 - 139 mm Hg or diastolic BP 80 - 89 mm Hg;\r\n\r\nPediatric: Systolic/diastolic BP >90th percentile but< 95th percentile;\r\n\r\nAdolescent: BP ≥120/80 even if < 95th percentile',
      'Adult: Systolic BP 140 - 159 mm Hg or diastolic BP 90 - 99 mm Hg if previously WNL; change in baseline medical intervention indicated; recurrent or persistent (>=24 hrs); symptomatic increase by >20 mm Hg (diastolic) or to >140/90 mm Hg; monotherapy indicated initiated;\r\n\r\nPediatric and adolescent: Recurrent or persistent (>=24 hrs) BP >ULN; monotherapy indicated; systolic and /or diastolic BP between the 95th percentile and 5 mmHg above the 99th percentile;\r\n\r\nAdolescent: Systolic between 130-139 or diastolic between 80-89 even if < 95th percentile',
      'Adult: Systolic BP >=160 mm Hg or diastolic BP >=100 mm Hg; medical intervention indicated; more than one drug or more intensive therapy than previously used indicated;\r\n\r\nPediatric and adolescent: Systolic and/or diastolic > 5 mmHg above the 99th percentile',
      'Adult and Pediatric: Life-threatening consequences (e.g., malignant hypertension, transient or permanent neurologic deficit, hypertensive crisis); urgent intervention indicated',
      'Death',
    ],
  },
  hypotension: {
    name: 'Hypotension',
    chinese: '低血压',
    organClass: 'vascular_disorders',
    definition:
      'A disorder characterized by a blood pressure that is below the normal expected for an individual in a given environment.',
    grades: [
      'Asymptomatic, intervention not indicated',
      'Non-urgent medical intervention indicated',
      'Medical intervention indicated; hospitalization indicated',
      'Life-threatening consequences and urgent intervention indicated',
      'Death',
    ],
  },
  thromboembolic_event: {
    name: 'Thromboembolic event',
    chinese: '血栓栓塞事件',
    organClass: 'vascular_disorders',
    definition:
      'A disorder characterized by occlusion of a vessel by a thrombus that has migrated from a distal site via the blood stream.',
    grades: [
      'Medical intervention not indicated (e.g., superficial thrombosis)',
      'Medical intervention indicated',
      'Urgent medical intervention indicated (e.g., pulmonary embolism or intracardiac thrombus)',
      'Life-threatening consequences with hemodynamic or neurologic instability',
      'Death',
    ],
    navigationalNote:
      'Consider Nervous system disorders: TIA or Stroke for CNS-related events. Use Vascular disorders: Arterial thromboembolism for arterial thrombi.',
  },
} as const satisfies Readonly<Record<string, CtcaeEntry>>

/** A term of CTCAE v5.0 among those that Lobule knows. */
export const CtcaeName = z.enum(Object.keys(ctcaeEntries) as [CtcaeKey, ...CtcaeKey[]])
type CtcaeKey = keyof typeof ctcaeEntries
export type CtcaeName = z.infer<typeof CtcaeName>
