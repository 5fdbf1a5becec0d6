import type { Right, Role, Session } from '@core/session'
import type { Way } from '../../kit/way'

export interface Guidance {
  steps: Way[]
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

/** Where each role often goes. */
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
  return { steps }
}

export function isAdministrator(role: Role): boolean {
  return role.endsWith('-admin')
}
