import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type Digest = Schemas['DigestView']
export type DigestLine = Schemas['DigestLine']
export type DigestDuty = Schemas['DigestDuty']
export type LatestDigest = Schemas['LatestDigest']
export type FeedState = Schemas['FeedState']

const DIGESTS = '/api/digests'
const FEED = '/api/feeds/duties'

export function digests(after: string | null): Promise<Schemas['PageDigestView']> {
  return client.get(DIGESTS, { query: { after, limit: 20 } })
}

export function latestDigest(): Promise<LatestDigest> {
  return client.get(`${DIGESTS}/latest`)
}

export function seeDigest(id: string): Promise<void> {
  return client.post(`${DIGESTS}/${encodeURIComponent(id)}/seen`)
}

export function feedState(): Promise<FeedState> {
  return client.get(FEED)
}

/** The address is in this answer and never again. */
export function makeFeed(): Promise<Schemas['NewFeed']> {
  return client.post(FEED)
}

export function revokeFeed(): Promise<void> {
  return client.delete(FEED)
}
