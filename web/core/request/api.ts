import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type RequestView = Schemas['RequestView']
export type RequestItem = Schemas['RequestItem']
export type RequestPreview = Schemas['RequestPreview']
export type RequestFault = RequestPreview['faults'][number]
export type Approver = Schemas['RequestApprover']
export type Burden = NonNullable<RequestView['burden']>
export type BurdenView = Schemas['BurdenView']
export type Answers = Schemas['AnswersView']
export type PeriodAnswer = Answers['periods'][number]
export type Asked = Schemas['AskedOrganization']

/** A request as somebody wishes to issue it; what is not filled in yet is null. */
export interface Wish {
  organization: string | null
  title: string
  document: string
  article: string
  purpose: string
  items: { label: string; kind: string }[]
  frequency: string | null
  from: string | null
  days: number | null
  until: string | null
  minutes: number | null
  target: { top: string | null; kinds: string[] }
  approver: string | null
}

/** An answer as it is sent. */
export interface Said {
  organization: string
  period: string
  values: string[]
  on: string | null
  reason: string | null
}

export type Box = 'issued' | 'received'
export type Verb = 'submit' | 'approve' | 'refuse' | 'withdraw' | 'end'

const A_PAGE = 50
const ROOT = '/api/requests'

export const requestsIn = (
  box: Box,
  after: string | null,
): Promise<{ items: RequestItem[]; next: string | null }> =>
  client.get(ROOT, { query: { box, after, limit: A_PAGE } })

export const requestOf = (id: string, signal?: AbortSignal): Promise<RequestView> =>
  client.get(`${ROOT}/${id}`, { signal })

/** What would come of it; nothing is kept. */
export const previewRequest = (wish: Wish, signal?: AbortSignal): Promise<RequestPreview> =>
  client.post(`${ROOT}/preview`, wish, { signal })

export const addRequest = (wish: Wish, key: string): Promise<RequestView> =>
  client.post(ROOT, wish, { headers: { 'Idempotency-Key': key }, patient: true })

export const stepRequest = (
  id: string,
  verb: Verb,
  reason: string | null = null,
): Promise<RequestView> =>
  client.post(`${ROOT}/${id}/${verb}`, verb === 'submit' || verb === 'withdraw' ? {} : { reason })

export const approversOf = (organization: string, signal?: AbortSignal): Promise<Approver[]> =>
  client.get(`${ROOT}/approvers`, { query: { organization }, signal })

export const answersOf = (
  id: string,
  organization: string | null,
  signal?: AbortSignal,
): Promise<Answers> => client.get(`${ROOT}/${id}/answers`, { query: { organization }, signal })

export const answerRequest = (id: string, said: Said, key: string): Promise<Answers> =>
  client.post(`${ROOT}/${id}/answers`, said, {
    headers: { 'Idempotency-Key': key },
    patient: true,
  })

/** Who is asked, in the order of the tree. */
export const askedBy = (
  id: string,
  period: string,
  answered: boolean | null,
  after: string | null,
): Promise<{ items: Asked[]; next: string | null }> =>
  client.get(`${ROOT}/${id}/organizations`, {
    query: { period, answered, after, limit: A_PAGE },
  })

export const burdenOf = (
  organization: string,
  month: string,
  signal?: AbortSignal,
): Promise<BurdenView> => client.get(`${ROOT}/burden`, { query: { organization, month }, signal })
