import type { components } from './api.gen'
import { onTheDay } from './as-of'
import { client } from './client'

export type Changes = components['schemas']['PageHistoryEntry']

type Entry = Changes['items'][number]

/** Whether an entry can be proved by now: its leaf in the sealed journal, as soon as it has one. */
export function sealedWords({ sealed }: Pick<Entry, 'sealed'>): string {
  return sealed === null ? '尚未封存，暂不能证明' : `已封存 第 ${sealed} 号`
}

const CHANGES_A_PAGE = 20

/** The records of one register: how each is read, made and changed, and what has changed in it. */
export function recordsAt<Card>(address: string) {
  const addressOf = (id: string) => `${address}/${encodeURIComponent(id)}`
  return {
    addressOf,

    one(id: string, signal?: AbortSignal): Promise<Card> {
      return client.get(addressOf(id), { query: onTheDay(), signal })
    },

    /** The key lets a repeated answer-less attempt find what the first one made. */
    create(body: object, key: string): Promise<Card> {
      const headers = { 'Idempotency-Key': key }
      return client.post(address, body, { headers, patient: true })
    },

    /** Repeating it is harmless: what already stands is no change, whatever the version. */
    change(id: string, version: number, body: object): Promise<Card> {
      const headers = { 'If-Match': `"${version}"` }
      return client.patch(addressOf(id), body, { headers, patient: true })
    },

    changes(id: string, after: string | null, signal?: AbortSignal): Promise<Changes> {
      const query = { after, limit: CHANGES_A_PAGE, ...onTheDay() }
      return client.get(`${addressOf(id)}/history`, { query, signal })
    },
  }
}
