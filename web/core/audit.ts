import type { components } from './api.gen'
import { client, queryString } from './client'

type Schemas = components['schemas']
export type AuditItem = Schemas['AuditItem']
export type AuditAction = Schemas['AuditAction']
export type AuditState = Schemas['AuditState']

export interface AuditSearch {
  log: string
  account: string
  action: string
  from: string
  to: string
  organization: string | null
}

export const AUDIT_A_PAGE = 50

export function auditLog(
  search: AuditSearch,
  after: string | null,
  signal?: AbortSignal,
): Promise<Schemas['PageAuditItem']> {
  return client.get('/api/audit/log', {
    query: { ...search, after, limit: AUDIT_A_PAGE },
    signal,
  })
}

export const auditActions = (signal?: AbortSignal) =>
  client.get<AuditAction[]>('/api/audit/actions', { signal })

export const auditState = (signal?: AbortSignal) =>
  client.get<AuditState>('/api/audit/state', { signal })

/** Where the lines asked for lie as a file. */
export function auditFile(search: AuditSearch, format: 'xlsx' | 'csv'): string {
  return `/api/audit/log/file${queryString({ ...search, format })}`
}

export const alarms = (after: string | null) =>
  client.get<Schemas['PageAuditItem']>('/api/security/alarms', { query: { after, limit: 50 } })

const logs: Record<string, string> = { entry: '操作', reading: '查看', event: '安全事件' }
export const logWords = (log: string) => logs[log] ?? log

/** How the actions are offered: what was done, what was read, what was refused. */
export function groupsOf(actions: AuditAction[]): { name: string; actions: AuditAction[] }[] {
  const of = (begin: string) => actions.filter(({ code }) => code.startsWith(begin))
  const others = actions.filter(({ code }) => !/^(reading|security|audit|access)\./.test(code))
  return [
    { name: '查看', actions: of('reading.') },
    { name: '安全', actions: [...of('security.'), ...of('audit.')] },
    { name: '账号和登录', actions: of('access.') },
    { name: '办理', actions: others },
  ].filter((group) => group.actions.length > 0)
}

/** How many, in words: people who were read, or times within a minute. */
export function countWords({ log, count }: AuditItem): string {
  if (count === null) return ''
  return log === 'event' ? `一分钟内 ${count} 次` : `${count} 人`
}
