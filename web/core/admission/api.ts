import { client, tokenHeaders, heedRefusal } from '../client'
import { Problem, problemOf } from '../problem'

export interface Named {
  id: string
  name: string
}

export interface Option {
  code: string
  label: string
}

/** A rule where its words are only quoted. */
export interface RuleWord {
  id: string
  title: string
  article: string
}

export interface Breach {
  rule: string
  says: string
}

export type WaitsFor = '' | 'person' | 'branch' | 'committee' | 'county'

export interface AdmissionItem {
  id: string
  name: string
  organization: Named
  stage: string
  stageName: string
  since: string
  waitingDays: number
  waitsFor: string
  waitsForName: string
  due: string | null
  late: boolean
  /** Title of the step that waits. */
  next: string | null
}

export interface GateView {
  gate: string
  name: string
  state: string
  from: string | null
  to: string | null
}

/** A step as it stands for this case and this reader; closed ones tell why and what to do. */
export interface StepView {
  /** Its code. */
  name: string
  number: string | null
  title: string
  gate: string
  state: string
  on: string | null
  times: number
  rule: (RuleWord & { confirmed: boolean }) | null
  says: string | null
  remedy: string | null
  explainable: boolean
  by: string
  byName: string
  /** Whether this account may take it. */
  mine: boolean
  due: string | null
  late: boolean
}

export interface Told {
  key: string
  label: string
  value: string
}

export interface TakenStep {
  id: string
  step: string
  number: string | null
  title: string
  on: string
  /** By whom it was entered. */
  name: string
  at: string
  late: boolean
  reason: string | null
  meeting: string | null
  breaches: Breach[]
  told: Told[]
}

/** A date that breaks a rule, explained, until the committee above has signed it. */
export interface AskedView {
  id: string
  step: string
  title: string
  on: string
  reason: string
  name: string
  at: string
  breaches: Breach[]
  maySign: boolean
  mayWithdraw: boolean
}

export interface PaperView {
  code: string
  title: string
  /** One of the five that go into the file. */
  kept: boolean
  file: string | null
  name: string | null
}

export interface HandoverView {
  target: Named
  on: string
  name: string
  at: string
  state: string
}

export interface MayView {
  write: boolean
  approve: boolean
  end: boolean
  handover: boolean
  receive: boolean
}

export interface AdmissionView {
  id: string
  version: number
  person: string
  name: string
  sexName: string
  bornOn: string
  organization: Named
  committee: Named | null
  kind: string
  stage: string
  stageName: string
  since: string
  waitingDays: number
  waitsFor: string
  waitsForName: string
  /** Title of the step that waits. */
  next: string | null
  due: string | null
  late: boolean
  applied: string
  probationFrom: string | null
  probationUntil: string | null
  memberSince: string | null
  gates: GateView[]
  steps: StepView[]
  taken: TakenStep[]
  asked: AskedView | null
  papers: PaperView[]
  handover: HandoverView | null
  may: MayView
}

export type FieldKind =
  'text' | 'words' | 'day' | 'number' | 'yes' | 'choice' | 'members' | 'member' | 'file' | 'vote'

/** A question of a step's form, as the catalogue puts it. */
export interface StepField {
  key: string
  label: string
  kind: string
  required: boolean
  options?: Option[] | null
  hint?: string | null
  max?: number | null
}

/** A step of the catalogue: what it is, who takes it, on which rules, and what is filled in. */
export interface CatalogueStep {
  code: string
  number: string | null
  title: string
  gate: string
  by: string
  byName: string
  rules: RuleWord[]
  says: string | null
  example: string | null
  template: string | null
  papers: { code: string; title: string; kept: boolean }[]
  fields: StepField[]
}

export interface Exclusion {
  member: string
  reason: string
  /** Who agreed, and when. */
  consent: string
}

/** A vote that is recorded together with its step, or that a recorded meeting is given. */
export interface VoteWish {
  meeting?: string | null
  absent: { member: string; reason?: string | null }[]
  excluded: Exclusion[]
  written: number
  inFavour: number
  against: number
  abstained: number | null
  chair?: string | null
  recorder?: string | null
  record?: string | null
  resolution?: string | null
  place?: string | null
}

export type FieldValue = string | boolean | number | string[] | null

export interface StepWish {
  on: string
  reason?: string | null
  fields: Record<string, FieldValue>
  vote?: VoteWish | null
}

export interface NewAdmission {
  organization: string
  name: string
  sex: string
  nation?: string | null
  bornOn: string
  citizenNumber?: string | null
  mobile?: string | null
  education?: string | null
  jobPost?: string | null
  appliedOn: string
  receivedOn?: string | null
  kind?: string | null
  /** A probationer who is on the register already. */
  member?: string | null
  reason?: string | null
  fields?: Record<string, FieldValue>
}

/** Which cases are asked for; null where it does not matter. */
export interface AdmissionQuestion {
  organization: string | null
  stage: string | null
  late: boolean | null
  waits: string | null
  q: string | null
}

/** Where cases stand and for what they wait; no names, in the order of the steps. */
export interface StageBoard {
  stages: { stage: string; stageName: string; cases: number; late: number }[]
  waiting: {
    waitsFor: string
    waitsForName: string
    step: string
    title: string
    cases: number
    longestDays: number
    medianDays: number
  }[]
}

/** Who is due to vote in a branch on a day. */
export interface Voters {
  on: string
  due: { member: string; name: string; full: boolean }[]
  /** Votes in favour that are needed. */
  least: number
}

export interface PlanView {
  organization: Named
  year: number
  places: number | null
  version: number
  setName: string | null
  setAt: string | null
}

export interface PageOf<Item> {
  items: Item[]
  next: string | null
}

export const ADMISSIONS_A_PAGE = 50
const ROOT = '/api/admissions'
const one = (id: string) => `${ROOT}/${encodeURIComponent(id)}`
const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key }, patient: true })
const stamped = (version: number, key: string) => ({
  headers: { 'If-Match': `"${version}"`, 'Idempotency-Key': key },
  patient: true,
})

export const admissionsListed = (
  question: AdmissionQuestion,
  after: string | null,
  limit = ADMISSIONS_A_PAGE,
): Promise<PageOf<AdmissionItem>> =>
  client.get(ROOT, { query: { ...question, late: question.late || null, after, limit } })

export const stagesOf = (organization: string | null, signal?: AbortSignal): Promise<StageBoard> =>
  client.get(`${ROOT}/stages`, { query: { organization }, signal })

export const admissionOf = (id: string, signal?: AbortSignal): Promise<AdmissionView> =>
  client.get(one(id), { signal })

export const ownAdmissions = (signal?: AbortSignal): Promise<AdmissionView[]> =>
  client.get('/api/me/admissions', { signal })

export const catalogueSteps = (signal?: AbortSignal): Promise<CatalogueStep[]> =>
  client.get(`${ROOT}/steps`, { signal })

/** The key makes sure that what is sent twice is entered once. */
export const addAdmission = (said: NewAdmission, key: string): Promise<AdmissionView> =>
  client.post(ROOT, said, keyed(key))

/** 409 with both sides where somebody else has taken a step since. */
export const takeStep = (
  view: { id: string; version: number },
  step: string,
  wish: StepWish,
  key: string,
): Promise<AdmissionView> =>
  client.post(`${one(view.id)}/steps/${encodeURIComponent(step)}`, wish, stamped(view.version, key))

/** The applicant's own application for conversion. */
export const askConversion = (
  view: { version: number },
  wish: StepWish,
  key: string,
): Promise<AdmissionView> =>
  client.post('/api/me/admissions/steps/conversion-application', wish, stamped(view.version, key))

export type ExplanationVerb = 'sign' | 'refuse' | 'withdraw'

export const answerExplanation = (
  id: string,
  explanation: string,
  verb: ExplanationVerb,
  reason: string | null,
): Promise<AdmissionView> =>
  client.post(`${one(id)}/explanations/${encodeURIComponent(explanation)}/${verb}`, { reason })

export const handOver = (id: string, target: string, on: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/handover`, { target, on })

export const receiveCase = (id: string, examined: boolean, on: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/receive`, { examined, on })

export const returnCase = (id: string, reason: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/return`, { reason })

export const votersOf = (organization: string, on: string, signal?: AbortSignal): Promise<Voters> =>
  client.get(`/api/organizations/${encodeURIComponent(organization)}/voters`, {
    query: { on },
    signal,
  })

export const plansOf = (
  organization: string,
  year: number,
  signal?: AbortSignal,
): Promise<PageOf<PlanView>> =>
  client.get('/api/admission-plans', { query: { organization, year }, signal })

export const setPlan = (organization: string, year: number, places: number): Promise<PlanView> =>
  client.put(`/api/organizations/${encodeURIComponent(organization)}/admission-plan`, {
    year,
    places,
  })

/** The file itself is the body, as it lies on the device. */
export async function addPaper(id: string, code: string, file: File): Promise<AdmissionView> {
  const name = encodeURIComponent(file.name)
  const response = await fetch(`${one(id)}/papers/${encodeURIComponent(code)}?name=${name}`, {
    method: 'PUT',
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/octet-stream',
      ...tokenHeaders(),
    },
    body: file,
  }).catch(() => {
    throw new Problem(0)
  })
  if (response.ok) return (await response.json()) as AdmissionView
  const problem = await problemOf(response)
  heedRefusal(problem)
  throw problem
}

/** Pre-filled from what is known, to be printed. */
export const printOf = (id: string, code: string): string =>
  `${one(id)}/papers/${encodeURIComponent(code)}/print`

export const mapPrintOf = (id: string): string => `${one(id)}/print`
