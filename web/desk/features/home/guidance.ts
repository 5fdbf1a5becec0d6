import type { Right, Role, Session } from '@core/session'
import type { Way } from '../../kit/way'

export interface Guidance {
  /** What will stand on this page for the role. */
  coming: string
  steps: Way[]
}

const duties: Record<Role, string> = {
  'county-officer': '本县各党委要请您审批、回复、督促的事',
  'township-officer': '本级党组织和所辖党支部到期要办的事',
  secretary: '本支部到期要办的事：开会记一笔、发展党员、收缴党费、转接组织关系',
  member: '请您本人办的事：参加组织生活、核对个人信息、缴纳党费',
  supervisor: '交给您核查的事，以及到期未回复的督查事项',
  'system-admin': '账号开设、停用和系统运行方面请您处理的事',
  'security-admin': '请您复核的授权和安全方面的事',
  'audit-admin': '请您查阅的操作记录和异常情况',
}

const administration: [Right, Way][] = [
  ['accounts:manage', { words: '账号', help: '开设、停用账号，发一次性链接', to: '/accounts' }],
  ['grants:approve', { words: '授权', help: '批准或者不同意授权申请', to: '/grants' }],
  [
    'security:manage',
    { words: '双重验证', help: '规定哪些角色登录要再验证一次', to: '/second-factors' },
  ],
  ['audit:read', { words: '审计日志', help: '谁在什么时候办了什么、看了什么', to: '/audit' }],
]

/** The home of each role as long as no duties are recorded: what will come, and where to begin. */
export function guidanceFor({ role, rights, organization, member }: Session): Guidance {
  const steps: Way[] = []
  if (rights.includes('organizations:read')) {
    steps.push({
      words: organization === null ? '查看党组织' : `查看${organization.name}`,
      help: '核对名称、书记、下级党组织是否与实际一致',
      to: organization === null ? '/organizations' : `/organizations/${organization.id}`,
    })
  }
  if (rights.includes('members:read')) {
    steps.push({
      words: '查看党员名册',
      help: '输入姓名、拼音或首字母就能找到一个人',
      to: organization === null ? '/members' : `/members?organization=${organization.id}`,
    })
  }
  if (member !== null && rights.includes('member:read-own')) {
    steps.push({
      words: '核对我的信息',
      help: '有不对的地方，点“有误？”申请更正',
      to: `/members/${member}`,
    })
  }
  for (const [right, way] of administration) {
    if (isAdministrator(role) && rights.includes(right)) steps.push(way)
  }
  return { coming: duties[role], steps }
}

export function isAdministrator(role: Role): boolean {
  return role.endsWith('-admin')
}
