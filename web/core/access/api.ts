import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type Enrolment = Schemas['Enrolment']
export type PasswordTerms = Schemas['PasswordTerms']
export type FactorStanding = Schemas['SecondFactorStanding']
export type RememberedPhone = Schemas['RememberedPhone']
export type CodeView = Schemas['ActivationView']
export type CodeSlip = Schemas['CodeSlip']
export type AccountRow = Schemas['AccountRow']
export type RolePolicy = Schemas['RolePolicy']
export type ResetRequest = Schemas['FactorReset']

const FACTOR = '/api/session/second-factor'
const CODES = '/api/activation-codes'

export const factorStanding = (): Promise<FactorStanding> => client.get(FACTOR)
export const enrolFactor = (): Promise<Enrolment> => client.post(FACTOR, {})
export const askFactorReset = (reason: string): Promise<void> =>
  client.post(`${FACTOR}/request`, { reason })
export const turnFactorOff = (password: string, code: string): Promise<void> =>
  client.post(`${FACTOR}/off`, { password, code })
export const enterCode = (code: string, remember: boolean): Promise<void> =>
  client.post(`${FACTOR}/code`, { code, remember })

export async function confirmFactor(code: string): Promise<string[]> {
  return (await client.post<Schemas['RecoveryCodes']>(`${FACTOR}/confirm`, { code })).codes
}

export async function renewRecoveryCodes(): Promise<string[]> {
  return (await client.post<Schemas['RecoveryCodes']>(`${FACTOR}/recovery-codes`, {})).codes
}

export const changePassword = (old: string, password: string): Promise<void> =>
  client.post('/api/session/password', { old, password })
export const passwordTerms = (): Promise<PasswordTerms> => client.get('/api/password-terms')
export const resetSeen = (): Promise<void> => client.post('/api/session/password-reset/seen', {})

export async function rememberedPhones(): Promise<RememberedPhone[]> {
  return (await client.get<Schemas['Phones']>('/api/session/phones')).items
}

export const forgetPhone = (id: string): Promise<void> =>
  client.delete(`/api/session/phones/${encodeURIComponent(id)}`)

export const lookAtCode = (code: string): Promise<CodeView> =>
  client.post('/api/activation/code', { code })

/** Opens the account, or sets the password anew; tells the name to sign in with. */
export async function activate(code: string, username: string, password: string): Promise<string> {
  const body = { code, username, password }
  return (await client.post<Schemas['Activated']>('/api/activation', body)).username
}

export function accountsOf(
  organization: string | null,
  after: string | null,
): Promise<Schemas['PageAccountRow']> {
  return client.get(CODES, { query: { organization, after } })
}

export const issueCode = (member: string): Promise<CodeSlip> => client.post(CODES, { member })
export const issueResetCode = (member: string): Promise<CodeSlip> =>
  client.post(`${CODES}/reset`, { member })
export const voidCode = (member: string): Promise<void> => client.post(`${CODES}/void`, { member })
export const printStrips = (organization: string): Promise<Blob> =>
  client.file(`${CODES}/strips`, { organization })

export async function factorPolicies(): Promise<RolePolicy[]> {
  return (await client.get<Schemas['Policies']>('/api/second-factor-policies')).items
}

export const decidePolicy = (role: string, obligatory: boolean): Promise<void> =>
  client.put(`/api/second-factor-policies/${encodeURIComponent(role)}`, { obligatory })
export const resetRequests = (after: string | null): Promise<Schemas['PageFactorReset']> =>
  client.get('/api/second-factor-requests', { query: { after } })
export const decideReset = (id: string, verb: 'grant' | 'refuse'): Promise<void> =>
  client.post(`/api/second-factor-requests/${encodeURIComponent(id)}/${verb}`, {})
