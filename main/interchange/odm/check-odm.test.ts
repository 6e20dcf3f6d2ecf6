import { describe, expect, it } from 'vitest'
import { bytesOf, conducted, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import { checkOdm } from './check-odm.ts'
import { odmFiles } from './odm-files.ts'

const weight = { kind: 'body_weight', on: '2026-11-08', kg: '60.5' }
const ascites = { kind: 'ascites', on: '2026-11-08', grade: 'grade_1' }
const facts = [...history('f-1', weight, { ...weight, kg: '61' }, null), ...history('f-2', ascites)]
const xml = Buffer.from(bytesOf(odmFiles(siteOf([namedSubject(facts, conducted)])))).toString()

function messages(from: string, to: string): string[] {
  if (!xml.includes(from)) throw new Error(`nothing to break: ${from}`)
  return checkOdm(Buffer.from(xml.replace(from, to)), 'odm.xml').map(({ message }) => message)
}

describe('the check of an ODM file', () => {
  it('finds nothing in a file that Lobule wrote', () => {
    expect(checkOdm(Buffer.from(xml), 'odm.xml')).toEqual([])
  })

  it.each([
    ['an attribute that is missing', ' FileType="Transactional"', '', 'ODM lacks FileType'],
    ['a value outside its list', 'Type="Common"', 'Type="Sometimes"', 'Type of StudyEventDef is none of'],
    [
      'an unknown attribute',
      'SubjectKey=',
      'Allocation="A" SubjectKey=',
      'SubjectData cannot have Allocation',
    ],
    [
      'an element in the wrong place',
      '<SiteRef',
      '<User OID="x"/><SiteRef',
      'User cannot stand in SubjectData',
    ],
    [
      'an element too late',
      '<BasicDefinitions>',
      '<MetaDataVersion OID="x" Name="x"/><BasicDefinitions>',
      'too late',
    ],
    [
      'a missing element',
      '<StudyName>NCT05106972, NCT07413549</StudyName>',
      '',
      'GlobalVariables lacks StudyName',
    ],
    [
      'an element twice',
      '<SiteRef',
      '<SiteRef LocationOID="L.07"/><SiteRef',
      'SiteRef stands more than once',
    ],
    ['another namespace', 'xmlns="http://www.cdisc.org/ns/odm/v1.3"', 'xmlns="urn:x"', 'is no ODM file'],
    [
      'a definition that is missing',
      '<ItemDef OID="I.body_weight.kg"',
      '<ItemDef OID="I.x"',
      'ItemRef names a ItemDef',
    ],
    [
      'a definition twice',
      '<ItemDef OID="I.ascites.on"',
      '<ItemDef OID="I.body_weight.on"',
      'ItemDef is defined twice',
    ],
    ['a user that is missing', 'UserOID="U.ID.user-2"', 'UserOID="U.ID.nobody"', 'UserRef names a User that'],
    [
      'no number where one should be',
      'Value="60.5"',
      'Value="60,5"',
      'I.body_weight.kg is not written as float',
    ],
    [
      'no day of the calendar',
      'Value="2026-11-08"',
      'Value="08.11.2026"',
      'I.body_weight.on is not written as partialDatetime',
    ],
    [
      'a code outside its list',
      ' Value="grade_1"',
      ' Value="grade_9"',
      'I.ascites.grade is none of the codes of CL.ascites.grade',
    ],
    [
      'an item of another form',
      '"I.body_weight.kg" Value',
      '"I.ascites.grade" Value',
      'cannot stand in IG.body_weight',
    ],
    [
      'a mandatory item that is missing',
      '<ItemData ItemOID="I.body_weight.kg" Value="60.5"/>',
      '',
      'is mandatory',
    ],
    [
      'a correction of nothing',
      '"f-1" TransactionType="Insert"',
      '"f-9" TransactionType="Insert"',
      'not inserted before',
    ],
    [
      'two of one',
      '"f-2" TransactionType="Insert"',
      '"f-2" TransactionType="Insert"/><FormData FormOID="F.ascites" FormRepeatKey="f-2" TransactionType="Insert"',
      'inserted twice',
    ],
    [
      'no time of an entry',
      '<DateTimeStamp>2026-11-10T09:00:00+08:00',
      '<DateTimeStamp>yesterday',
      'is no date and time',
    ],
    ['neither value nor null', ' IsNull="Yes"', '', 'needs either Value or IsNull'],
  ])('names %s', (_what, from, to, message) => {
    expect(messages(from, to).join('\n')).toContain(message)
  })

  it('repeats no value of the file, which may be about a patient', () => {
    expect(messages('Value="60.5"', 'Value="LI HUA"').join('\n')).not.toContain('LI HUA')
  })
})
