import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type DutyItem = Schemas['DutyItem']
export type DutyView = Schemas['DutyView']
export type DutyAct = Schemas['DutyAct']
export type DutyEvidence = Schemas['DutyEvidence']
export type MyDuties = Schemas['MyDuties']
export type WaitingDecision = Schemas['WaitingDecision']

/** Which duties are asked for; null where it does not matter. */
export interface DutyQuestion {
  organization: string | null
  rule: string | null
  name: string | null
  state: string | null
  light: string | null
  month: string | null
}

export const DUTIES_A_PAGE = 50

/** @param day as of which; null for today */
export function dutiesListed(
  question: DutyQuestion,
  day: string | null,
  after: string | null,
): Promise<Schemas['PageDutyItem']> {
  return client.get('/api/duties', { query: { ...question, day, after, limit: DUTIES_A_PAGE } })
}

export function myDuties(signal?: AbortSignal): Promise<MyDuties> {
  return client.get('/api/duties/mine', { signal })
}

export function dutyOf(id: string, day: string | null, signal?: AbortSignal): Promise<DutyView> {
  return client.get(`/api/duties/${encodeURIComponent(id)}`, { query: { day }, signal })
}

/** What may be said of a duty, by the verb of its address. */
export type Saying =
  | { verb: 'explain' | 'contest'; body: { reason: string } }
  | { verb: 'decision'; body: { act: string; accept: boolean; reason: string } }
  | { verb: 'waive'; body: { reason: string; until: string } }

/** The key lets a repeated answer-less attempt find what the first one said. */
export function sayOf(id: string, { verb, body }: Saying, key: string): Promise<DutyView> {
  const headers = { 'Idempotency-Key': key }
  return client.post(`/api/duties/${encodeURIComponent(id)}/${verb}`, body, {
    headers,
    patient: true,
  })
}
