import type { ColumnRole, ExaminationField } from './mapping.ts'

type Held = Exclude<ColumnRole['as'], 'ignored' | 'analyte' | 'field'> | ExaminationField

/** What a column holds, as part of an English sentence; the Chinese stands with the other issues of files. */
export const HELD: Readonly<Record<Held, string>> = {
  patient: 'the patient',
  date: 'the date of the specimen or examination',
  time: 'the time',
  test_code: 'the code of the test',
  test_name: 'the name of the test',
  value: 'the value',
  comparator: 'the comparator',
  unit: 'the unit',
  range: 'the range',
  range_low: 'the lower limit',
  range_high: 'the upper limit',
  control: 'the control value',
  specimen_condition: 'the state of the specimen',
  specimen: 'of what the specimen is',
  modality: 'how the vein was seen (ultrasound, CT, MR)',
  breathing: 'the state of breathing',
  fasting: 'whether the patient fasted',
  diameterMm: 'the diameter',
  meanVelocityCmPerS: 'the mean velocity',
  maximumVelocityCmPerS: 'the maximum velocity',
  flowMlPerMin: 'the flow',
  flowObtained: 'how the flow was obtained',
  kPa: 'the stiffness in kPa',
  probe: 'the probe',
  iqrToMedian: 'the IQR/median',
  examiner: 'who examined',
  device: 'the device',
}
