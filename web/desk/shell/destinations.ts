import type { Session } from '@core/session'

export interface Destination {
  name: string
  to: string
  /** Other addresses that belong to it. */
  also?: readonly string[]
}

/** Who asks for grants, and who decides. */
const GIVE_RIGHTS = ['grants:request', 'grants:approve', 'accounts:manage']

/** Where the rights of a session lead; whatever they do not open is not shown. */
export function destinations({ rights, member }: Session): Destination[] {
  const to: Destination[] = [{ name: '今天要办', to: '/' }]
  if (rights.includes('duties:read')) to.push({ name: '看板', to: '/board' })
  if (rights.includes('duties:read')) to.push({ name: '应办', to: '/duties' })
  if (rights.includes('organizations:read')) {
    to.push({ name: '党组织', to: '/organizations', also: ['/bodies', '/changes', '/posts'] })
  }
  if (rights.includes('members:read'))
    to.push({ name: '党员', to: '/members', also: ['/corrections'] })
  else if (rights.includes('member:read-own') && member !== null) {
    to.push({ name: '我的信息', to: `/members/${member}` })
  }
  if (rights.includes('requests:read')) to.push({ name: '上级要求', to: '/requests' })
  if (rights.includes('rosters:import')) to.push({ name: '导入名册', to: '/imports' })
  if (rights.includes('statistics:read')) to.push({ name: '统计', to: '/statistics' })
  if (rights.includes('rosters:export')) to.push({ name: '导出', to: '/exports' })
  if (rights.includes('codes:issue')) to.push({ name: '党员账号', to: '/member-accounts' })
  if (rights.includes('security:manage')) to.push({ name: '双重验证', to: '/second-factors' })
  if (rights.includes('accounts:manage')) to.push({ name: '账号', to: '/accounts' })
  if (GIVE_RIGHTS.some((right) => rights.includes(right))) {
    to.push({ name: '授权', to: '/grants', also: ['/roles'] })
  }
  if (rights.includes('audit:read')) to.push({ name: '审计日志', to: '/audit' })
  if (rights.includes('security:manage') || rights.includes('audit:read')) {
    to.push({ name: '安全告警', to: '/alarms' })
  }
  to.push({ name: '规则', to: '/rules', also: ['/figures', '/calendar'] })
  to.push({ name: '我的', to: '/mine', also: ['/security', '/sessions', '/privacy'] })
  return to
}
