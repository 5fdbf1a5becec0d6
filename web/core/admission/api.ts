import type { components } from '../api.gen'
import { client, heedRefusal, tokenHeaders } from '../client'
import { Problem, problemOf } from '../problem'

type Schemas = components['schemas']
export type Named = Schemas['AdmissionPlace']
export type RuleWord = Schemas['AdmissionRule']
export type Breach = Schemas['AdmissionBreach']
export type AdmissionItem = Schemas['AdmissionItem']
export type AdmissionView = Schemas['AdmissionView']
export type GateView = Schemas['AdmissionGate']
/** A step as it stands for this case and this reader; closed ones tell why and what to do. */
export type StepView = Schemas['AdmissionStep']
export type TakenStep = Schemas['AdmissionTaken']
export type AskedView = Schemas['AdmissionAsked']
export type PaperView = Schemas['AdmissionPaper']
/** The steps as a locality counts them, with their forms and what guides through them. */
export type CatalogueView = Schemas['CatalogueView']
export type CatalogueStep = Schemas['CatalogueStep']
export type StepField = Schemas['CatalogueField']
export type StageBoard = Schemas['StagesView']
/** Who is due to vote in a branch on a day. */
export type Voters = Schemas['VotersView']
export type StepWish = Schemas['StepWish']
export type VoteWish = Schemas['VoteWish']
export type NewAdmission = Schemas['AdmissionWish']
export type PlanView = Schemas['AdmissionPlanView']

/** As the steps' forms send it. */
export type FieldValue = string | boolean | number | string[]

/** Which cases are asked for; null where it does not matter. */
export interface AdmissionQuestion {
  organization: string | null
  stage: string | null
  late: boolean | null
  waits: string | null
  q: string | null
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
  client.get('/api/mine/admissions', { signal })

/** @param organization whose locality counts the steps; one's own, where none is named */
export const catalogueSteps = async (
  signal?: AbortSignal,
  organization: string | null = null,
): Promise<CatalogueStep[]> => {
  const query = { organization }
  const { steps } = await client.get<CatalogueView>(`${ROOT}/steps`, { query, signal })
  return steps
}

/** The key makes sure that what is sent twice is entered once. */
export const addAdmission = (said: NewAdmission, key: string): Promise<AdmissionView> =>
  client.post(ROOT, said, keyed(key))

/** Puts right who it is; 409 with both sides where somebody else has changed it since. */
export const changeAdmission = (
  id: string,
  version: number,
  said: object,
): Promise<AdmissionView> =>
  client.patch(one(id), said, { headers: { 'If-Match': `"${version}"` } })

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
  view: { id: string; version: number },
  wish: StepWish,
  key: string,
): Promise<AdmissionView> =>
  client.post(
    '/api/mine/admissions/conversion-application',
    { on: wish.on, fields: wish.fields },
    stamped(view.version, key),
  )

export type ExplanationVerb = 'sign' | 'refuse' | 'withdraw'

export const answerExplanation = (
  id: string,
  explanation: string,
  verb: ExplanationVerb,
  reason: string | null,
): Promise<AdmissionView> =>
  client.post(`${one(id)}/explanations/${encodeURIComponent(explanation)}/${verb}`, { reason })

/** What was entered afterwards, broke a rule, and has no reason beside it yet. */
export const unexplained = ({ taken }: AdmissionView): TakenStep[] =>
  taken.filter(({ breaches, reason }) => breaches.length > 0 && !reason)

export const explainCase = (id: string, reason: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/explanations`, { reason })

export const handOver = (id: string, target: string, on: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/handover`, { target, on })

export const receiveCase = (id: string, examined: boolean, on: string): Promise<AdmissionView> =>
  client.post(`${one(id)}/receive`, { examined, on })

/** Sent back by the receiving branch, whose the case then is no more. */
export const returnCase = (id: string, reason: string): Promise<void> =>
  client.post(`${one(id)}/return`, { reason })

/** Called back by the branch that sent it. */
export const callBack = (id: string): Promise<void> => client.post(`${one(id)}/call-back`, {})

export const votersOf = (organization: string, on: string, signal?: AbortSignal): Promise<Voters> =>
  client.get(`/api/organizations/${encodeURIComponent(organization)}/voters`, {
    query: { on },
    signal,
  })

export const plansOf = (
  organization: string,
  year: number,
  signal?: AbortSignal,
): Promise<PlanView[]> =>
  client.get('/api/admission-plans', { query: { organization, year }, signal })

export const setPlan = (organization: string, year: number, places: number): Promise<PlanView[]> =>
  client.put(`/api/organizations/${encodeURIComponent(organization)}/admission-plan`, {
    year,
    places,
  })

/** The scan of a paper: PDF, JPG or PNG. */
export async function addPaper(id: string, code: string, file: File): Promise<AdmissionView> {
  const form = new FormData()
  form.append('file', file)
  const response = await fetch(`${one(id)}/papers/${encodeURIComponent(code)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json', ...tokenHeaders() },
    body: form,
  }).catch(() => {
    throw new Problem(0)
  })
  if (response.ok) return (await response.json()) as AdmissionView
  const problem = await problemOf(response)
  heedRefusal(problem)
  throw problem
}

/** As it was brought. */
export const scanOf = (id: string, code: string): string =>
  `${one(id)}/papers/${encodeURIComponent(code)}`

/** Pre-filled from what is known, to be printed. */
export const printOf = (id: string, code: string): string =>
  `${one(id)}/papers/${encodeURIComponent(code)}/print`

export const mapPrintOf = (id: string): string => `${one(id)}/print`
