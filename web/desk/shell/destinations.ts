import type { Right, Session } from '@core/session'

export interface Destination {
  name: string
  to: string
  /** Other addresses that belong to it. */
  also?: readonly string[]
  /** Its pages beside one another, itself first; none where there is only one. */
  parts?: readonly Destination[]
}

/** A destination that is shown to whoever has one of the rights. */
type Opened = Destination & { by: readonly Right[] }

/** The pages that stand beside each other under one entry, so that the entries stay one line. */
const SECTIONS = {
  看板: [
    { name: '总览', to: '/board', by: ['duties:read'] },
    { name: '统计', to: '/statistics', by: ['statistics:read'] },
  ],
  组织生活: [
    {
      name: '会议和活动',
      to: '/meetings',
      also: ['/record'],
      by: ['meetings:read'],
    },
    { name: '日历', to: '/meetings/calendar', by: ['meetings:read'] },
    { name: '年度计划', to: '/meetings/plan', by: ['meetings:read'] },
    { name: '跟随党课', to: '/meetings/lectures', by: ['meetings:write'] },
  ],
  党员: [
    { name: '党员名册', to: '/members', also: ['/corrections'], by: ['members:read'] },
    { name: '发展党员', to: '/admissions', by: ['admissions:read'] },
    { name: '导入名册', to: '/imports', by: ['rosters:import'] },
    { name: '导出', to: '/exports', by: ['rosters:export'] },
    { name: '党员账号', to: '/member-accounts', by: ['codes:issue'] },
  ],
} satisfies Record<string, readonly Opened[]>

/** Who asks for grants, and who decides. */
const GIVE_RIGHTS = ['grants:request', 'grants:approve', 'accounts:manage']

/** Where the rights of a session lead; whatever they do not open is not shown. */
export function destinations({ rights, member }: Session): Destination[] {
  const to: Destination[] = [{ name: '今天要办', to: '/' }]
  to.push(...section('看板', rights))
  if (rights.includes('duties:read')) to.push({ name: '应办', to: '/duties' })
  to.push(...section('组织生活', rights))
  if (rights.includes('organizations:read')) {
    to.push({ name: '党组织', to: '/organizations', also: ['/bodies', '/changes', '/posts'] })
  }
  to.push(...section('党员', rights))
  if (!rights.includes('members:read') && rights.includes('member:read-own') && member !== null) {
    to.push({ name: '我的信息', to: `/members/${member}` })
  }
  if (rights.includes('requests:read')) to.push({ name: '上级要求', to: '/requests' })
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

/** The entry leads to the first of its pages that is open; where its first is not, it is named so. */
function section(name: keyof typeof SECTIONS, rights: readonly string[]): Destination[] {
  const all: readonly Opened[] = SECTIONS[name]
  const open = all.filter(({ by }) => by.some((right) => rights.includes(right)))
  const [first, ...others] = open
  if (first === undefined) return []
  const also = [...(first.also ?? []), ...others.map(({ to }) => to)]
  const entry = { name: first === all[0] ? name : first.name, to: first.to, also }
  return [others.length === 0 ? entry : { ...entry, parts: open }]
}
