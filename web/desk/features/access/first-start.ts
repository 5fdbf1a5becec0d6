/** Somebody the wizard asks for. */
export interface Named {
  name: string
  username: string
}

/** What the page of the first start asks for: three people, each once. */
export interface Entries {
  organization: string
  system: Named
  security: Named
  audit: Named
}

export const administrators = [
  { key: 'system', title: '系统管理员', help: '开设和停用账号，不给权限，看不到业务数据' },
  { key: 'security', title: '安全管理员', help: '审批权限，不开账号，看不到业务数据' },
  { key: 'audit', title: '审计管理员', help: '查看操作日志，不能改动任何内容' },
] as const

/** The faults that need no server to be seen, by place; empty when there are none. */
export function faultsOf(entries: Entries, organizationStands: boolean): Record<string, string> {
  const faults: Record<string, string> = {}
  if (!organizationStands && entries.organization.trim() === '') {
    faults['organization'] = '请填写党组织全称'
  }
  const names = new Set<string>()
  const usernames = new Set<string>()
  for (const { key } of administrators) {
    const name = entries[key].name.trim()
    const username = entries[key].username.trim().toLowerCase()
    if (name === '') faults[`${key}/name`] = '请填写姓名'
    else if (names.has(name)) faults[`${key}/name`] = '三名管理员应当是三个人，姓名不能相同'
    if (username === '') faults[`${key}/username`] = '请填写用户名'
    else if (usernames.has(username)) faults[`${key}/username`] = '三名管理员的用户名不能相同'
    names.add(name)
    usernames.add(username)
  }
  return faults
}

/** What the server found, by the same places. */
export function placed(errors: { pointer?: string; detail?: string }[]): Record<string, string> {
  return Object.fromEntries(
    errors.map(({ pointer = '', detail = '' }) => [pointer.replace(/^\//, ''), detail]),
  )
}
