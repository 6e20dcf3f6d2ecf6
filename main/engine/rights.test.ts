import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import type { Contract } from '#shared/api/procedure.ts'
import { Right, Role, rightsOfRole } from '#shared/api/rights.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'

const whole: Contract = contract
const procedures = Object.entries(whole).flatMap(([area, methods]) =>
  Object.entries(methods).map(([method, { kind, right }]) => ({ area, method, kind, right })),
)
const guarded = procedures.flatMap(({ right, ...procedure }) =>
  right === 'open' ? [] : [{ ...procedure, right, name: `${procedure.area}.${procedure.method}` }],
)

const PI = 'principal_investigator'
const SI = 'sub_investigator'
const CO = 'coordinator'
const MO = 'monitor'
const AD = 'administrator'

/** Who may call what, written out from the requirement and not from the table that is tested. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  'site.get': [PI, SI, CO, MO, AD],
  'session.changePassword': [PI, SI, CO, MO, AD],
  'session.current': [PI, SI, CO, MO, AD],
  'session.touch': [PI, SI, CO, MO, AD],
  'users.list': [PI, SI, CO, MO, AD],
  'users.add': [PI, AD],
  'users.changeRole': [PI, AD],
  'users.grantIdentity': [PI],
  'users.deactivate': [PI, AD],
  'users.resetPassword': [PI, AD],
  'patients.list': [PI, SI, CO, MO],
  'patients.get': [PI, SI, CO, MO],
  'patients.register': [PI, SI, CO],
  'patients.amend': [PI, SI, CO],
  'patients.remove': [PI, SI, CO],
  'facts.list': [PI, SI, CO, MO],
  'facts.history': [PI, SI, CO, MO],
  'facts.record': [PI, SI, CO],
  'facts.correct': [PI, SI, CO],
  'facts.retract': [PI, SI, CO],
  'protocols.list': [PI, SI, CO, MO, AD],
  'protocols.get': [PI, SI, CO, MO, AD],
  'protocols.history': [PI, SI, CO, MO, AD],
  'protocols.previewCriteria': [PI, SI, CO, MO, AD],
  'protocols.enterCriteria': [PI],
  'protocols.chooseReadings': [PI],
  'screening.patient': [PI, SI, CO, MO],
  'screening.site': [PI, SI, CO, MO],
  'screening.summaries': [PI, SI, CO, MO],
  'audit.list': [PI, SI, MO],
  'audit.verify': [PI, SI, CO, MO, AD],
  'audit.holdsHead': [PI, SI, CO, MO, AD],
  'audit.overview': [PI, SI, MO],
  'audit.export': [PI, SI, MO],
  'audit.review': [PI, SI, MO],
  'audit.acknowledge': [PI],
  'drafts.list': [PI, SI, CO, MO, AD],
  'drafts.save': [PI, SI, CO, MO, AD],
  'drafts.discard': [PI, SI, CO, MO, AD],
  'laboratories.list': [PI, SI, CO, MO],
  'laboratories.add': [PI, SI, CO],
  'laboratories.change': [PI, SI, CO],
  'settings.get': [PI, SI, CO, MO, AD],
  'settings.change': [PI, AD],
  'signing.authority': [PI, SI, CO, MO, AD],
  'signing.people': [PI, SI, CO, MO, AD],
  'signing.enable': [PI, SI],
  'signing.replaceAuthority': [PI],
  'signatures.review': [PI, SI],
  'signatures.sign': [PI, SI],
  'signatures.list': [PI, SI, CO, MO, AD],
  'signatures.get': [PI, SI, CO, MO],
  'signatures.workList': [PI, SI, CO, MO],
  'documents.list': [PI, SI, CO, MO],
  'documents.preview': [PI, SI, CO, MO],
  'documents.create': [PI, SI, CO, MO],
  'documents.get': [PI, SI, CO, MO],
  'documents.export': [PI, SI, CO, MO],
  'documents.verifierPage': [PI, SI, CO, MO, AD],
  'enrolment.gate': [PI, SI, CO, MO],
  'enrolment.plan': [PI, SI, CO],
  'enrolment.plans': [PI, SI, CO, MO],
  'enrolment.deviations': [PI, SI, CO, MO],
  'conduct.get': [PI, SI, CO, MO, AD],
  'conduct.history': [PI, SI, CO, MO, AD],
  'conduct.enterSchedule': [PI],
  'conduct.enterCharting': [PI],
  'conduct.enterSafety': [PI],
  'visits.calendar': [PI, SI, CO, MO],
  'visits.tasks': [PI, SI, CO, MO],
  'visits.iCalendar': [PI, SI, CO, MO],
  'trends.patient': [PI, SI, CO, MO],
  'trends.cohort': [PI, SI, CO, MO],
  'deviations.list': [PI, SI, CO, MO],
  'deviations.add': [PI, SI, CO],
  'deviations.note': [PI, SI, CO],
  'adverseEvents.list': [PI, SI, CO, MO],
  'adverseEvents.get': [PI, SI, CO, MO],
  'adverseEvents.check': [PI, SI, CO, MO],
  'adverseEvents.offers': [PI, SI, CO, MO],
  'adverseEvents.clocks': [PI, SI, CO, MO],
  'adverseEvents.overview': [PI, SI, CO, MO],
  'adverseEvents.exportListing': [PI, SI, CO, MO],
  'imports.upload': [PI, SI, CO],
  'imports.discard': [PI, SI, CO],
  'imports.look': [PI, SI, CO],
  'imports.check': [PI, SI, CO],
  'imports.rows': [PI, SI, CO],
  'imports.record': [PI, SI, CO],
  'imports.undo': [PI, SI, CO],
  'imports.saveMapping': [PI, SI, CO],
  'imports.mappings': [PI, SI, CO, MO],
  'imports.mappingHistory': [PI, SI, CO, MO],
  'imports.list': [PI, SI, CO, MO],
  'imports.original': [PI, SI, CO, MO],
  'certifiedCopies.list': [PI, SI, CO, MO],
  'certifiedCopies.content': [PI, SI, CO, MO],
  'certifiedCopies.certify': [PI, SI, CO],
  'certifiedCopies.attach': [PI, SI, CO],
  'certifiedCopies.withdraw': [PI, SI, CO],
  'exports.list': [PI, SI, CO, MO],
  'exports.preview': [PI, SI],
  'exports.prepare': [PI, SI],
  'exports.take': [PI, SI],
  'exports.part': [PI, SI],
  'exports.takeCopy': [PI],
  'jobs.cancel': [PI, SI, CO, MO, AD],
  'backups.status': [PI, SI, CO, MO, AD],
  'backups.list': [PI, SI, CO, MO, AD],
  'backups.folders': [PI, AD],
  'backups.configure': [PI, AD],
  'backups.start': [PI, SI, CO, AD],
  'backups.drill': [PI, AD],
  'backups.drills': [PI, SI, CO, MO, AD],
  'rekeying.begin': [PI],
  'rekeying.run': [PI],
}

describe.each(Role.options)('[U2] a %s', role => {
  let site: TestSite
  let userId: string
  beforeAll(async () => {
    site = await startSite()
    userId = (await site.addUser(role)).id
    await site.as(role)
  })
  afterAll(() => site.dispose())

  const may = ({ name }: { name: string }) => allowed[name]?.includes(role) ?? false
  const called = async ({ area, method }: { area: string; method: string }) => {
    const response = await site.handle({ area, method, input: {} })
    return response.ok ? 'answered' : response.error
  }

  it.each(guarded.filter(one => !may(one)))('is refused $name', async procedure => {
    expect(await called(procedure)).toEqual({ code: 'not_permitted', right: procedure.right })
  })

  it.each(guarded.filter(may))('is not refused $name', async procedure => {
    expect(await called(procedure)).not.toMatchObject({ code: 'not_permitted' })
  })

  it('finds every refused attempt in the trail, under their own name', async () => {
    await site.as('chen')
    const entries = await site.api.audit.list({ action: 'access.denied', limit: 1000 })
    const denied = entries.map(({ subject, userId: who, role: as }) => ({ id: subject.id, who, as }))
    const expected = guarded.filter(one => !may(one)).map(({ name }) => ({ id: name, who: userId, as: role }))
    expect(denied).toEqual(expected)
  })
})

describe('[U2] the table of rights', () => {
  it('is written out above for every procedure that asks for a right', () => {
    expect(guarded.map(({ name }) => name).sort()).toEqual(Object.keys(allowed).sort())
  })

  it('lets nobody but the principal investigator appoint who sees clinical data', () => {
    for (const role of [SI, CO, MO, AD] as const) {
      expect(rightsOfRole[role], role).not.toContain('users.appoint')
    }
    expect(rightsOfRole[PI]).toContain('users.appoint')
  })

  it('lets monitors write nothing but their own password, drafts, reviews of the trail and what they take out', () => {
    const writing = guarded.filter(
      ({ kind, right }) => kind === 'mutation' && rightsOfRole.monitor.includes(right),
    )
    expect(writing.map(({ name }) => name)).toEqual([
      'session.changePassword',
      'audit.export',
      'audit.review',
      'drafts.save',
      'drafts.discard',
      'documents.create',
      'documents.export',
      'visits.iCalendar',
      'adverseEvents.exportListing',
      'imports.original',
      'jobs.cancel',
    ])
  })

  it('shows administrators no patient, no fact, no screening and no values in the trail', () => {
    const charts = ['patients', 'facts', 'screening', 'laboratories']
    const clinical = [
      ...charts,
      'visits',
      'trends',
      'deviations',
      'adverseEvents',
      'imports',
      'certifiedCopies',
      'exports',
    ]
    const seen = guarded.filter(({ right }) => rightsOfRole.administrator.includes(right))
    expect(seen.filter(({ area }) => clinical.includes(area))).toEqual([])
    expect(seen.map(({ name }) => name)).not.toContain('audit.list')
  })

  it('gives no role the right to see full names', () => {
    for (const role of Role.options) expect(rightsOfRole[role]).not.toContain('identity.read')
  })

  it('uses every right, and leaves none that nobody has', () => {
    const granted = new Set([...Object.values(rightsOfRole).flat(), 'identity.read'])
    expect([...granted].sort()).toEqual([...Right.options].sort())
  })

  it('leaves open only what a locked store must answer', () => {
    const open = procedures
      .filter(({ right }) => right === 'open')
      .map(({ area, method }) => `${area}.${method}`)
    expect(open).toEqual([
      'app.info',
      'preferences.get',
      'preferences.set',
      'site.status',
      'site.create',
      'site.receiveCopy',
      'site.openCopy',
      'site.discardCopy',
      'session.unlock',
      'session.unlockWithRecovery',
      'session.lock',
      'restoring.offers',
      'restoring.prepare',
      'restoring.perform',
      'restoring.discard',
    ])
  })
})
