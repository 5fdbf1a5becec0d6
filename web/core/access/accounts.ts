import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type Account = Schemas['AccountView']
/** A one-time link as it is handed over: shown once, and nowhere kept. */
export type AccountLink = Schemas['AccountLinkView']
export type FirstLink = Schemas['FirstLinkView']

const ACCOUNTS = '/api/accounts'

export interface AccountQuestion {
  q: string
  state: string
  members: boolean
}

export function accounts(
  question: AccountQuestion,
  after: string | null,
): Promise<Schemas['PageAccountView']> {
  return client.get(ACCOUNTS, { query: { ...question, after, limit: 50 } })
}

export function openAccount(username: string, name: string): Promise<AccountLink> {
  return client.post(ACCOUNTS, { username, name })
}

export function disableAccount(id: string, reason: string): Promise<Account> {
  return client.post(`${ACCOUNTS}/${encodeURIComponent(id)}/disable`, { reason })
}

export function enableAccount(id: string, reason: string): Promise<Account> {
  return client.post(`${ACCOUNTS}/${encodeURIComponent(id)}/enable`, { reason })
}

export function inviteAgain(id: string, reason: string): Promise<AccountLink> {
  return client.post(`${ACCOUNTS}/${encodeURIComponent(id)}/link`, { reason })
}

/** Where a one-time link leads; the token stands in the fragment, which no server and no log gets. */
export function linkAddress({ token }: { token: string }): string {
  return `${window.location.origin}/welcome#token=${token}`
}

export function welcomed(token: string): Promise<Schemas['WelcomeView']> {
  return client.post('/api/welcome/link', { token }, { anonymous: true })
}

export function setPassword(token: string, password: string): Promise<Schemas['WelcomeView']> {
  return client.post('/api/welcome', { token, password }, { anonymous: true })
}

export function firstStartStands(token: string): Promise<Schemas['FirstStartView']> {
  return client.post('/api/first-start/link', { token }, { anonymous: true })
}

export function firstStart(wish: Schemas['FirstStartRequest']): Promise<Schemas['FirstLinksView']> {
  return client.post('/api/first-start', wish, { anonymous: true })
}
