import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type CorrectionView = Schemas['CorrectionView']
export type Fields = Schemas['KeptFields']
export type FieldTable = Schemas['FieldTable']
export type Waiting = Schemas['CorrectionsWaiting']

/** What is kept and why: the same for everybody. */
export function fieldsKept(signal?: AbortSignal): Promise<Fields> {
  return client.get('/api/privacy/fields', { signal })
}

/** A person's copy of their data, as a file to be read or to be taken along. */
export const copyAddresses = { pdf: '/api/mine/data.pdf', json: '/api/mine/data' } as const

export interface CorrectionOrder {
  field: string
  proposed: string | null
  says: string | null
}

/** The key lets a repeated answer-less attempt find what the first one made. */
export function askCorrection(order: CorrectionOrder, key: string): Promise<CorrectionView> {
  const headers = { 'Idempotency-Key': key }
  return client.post('/api/mine/corrections', order, { headers, patient: true })
}

export function ownCorrections(after: string | null): Promise<Schemas['PageCorrectionView']> {
  return client.get('/api/mine/corrections', { query: { after } })
}

export function withdrawCorrection(id: string): Promise<CorrectionView> {
  return client.post(`/api/mine/corrections/${encodeURIComponent(id)}/withdraw`, {})
}

export interface CorrectionQuestion {
  /** Also those that others are to answer. */
  all?: boolean
  closed?: boolean
}

export function corrections(
  question: CorrectionQuestion,
  after: string | null,
): Promise<Schemas['PageCorrectionView']> {
  return client.get('/api/corrections', { query: { ...question, after } })
}

export function correctionsWaiting(signal?: AbortSignal): Promise<Waiting> {
  return client.get('/api/corrections/count', { signal })
}

export function correction(id: string, signal?: AbortSignal): Promise<CorrectionView> {
  return client.get(`/api/corrections/${encodeURIComponent(id)}`, { signal })
}

export function acceptCorrection(id: string): Promise<CorrectionView> {
  return client.post(`/api/corrections/${encodeURIComponent(id)}/accept`, {})
}

export function refuseCorrection(id: string, reason: string): Promise<CorrectionView> {
  return client.post(`/api/corrections/${encodeURIComponent(id)}/refuse`, { reason })
}
