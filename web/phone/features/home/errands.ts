import type { HeldDrafts } from '@core/drafts'
import { legible } from '@core/format'
import { RECORDING, typeName } from '@core/meeting/words'
import type { Session } from '@core/session'
import { nameOfOwn } from '../../shell/places'

/** One thing that can be begun from home with one tap. */
export interface Errand {
  words: string
  help: string
  to: string
}

/** Home never lists more; what was begun and not finished is worth three of its lines. */
const DRAFTS_AT_MOST = 3

/** Beginnings first that wait to be finished, then what the rights of the session open. */
export function errandsOf(
  { rights, organization, member, role }: Session,
  held: HeldDrafts[],
): Errand[] {
  const may = (right: string) => rights.includes(right)
  const writes = may('members:write') || may('meetings:write')
  const errands = writes ? held.slice(0, DRAFTS_AT_MOST).flatMap(unfinished) : []
  if (may('meetings:write')) {
    errands.push({
      words: RECORDING,
      help: '名单和议程已经拟好，没有网络也能记',
      to: '/record',
    })
  }
  if (may('duties:read') && organization !== null) {
    errands.push({ words: '看板', help: '哪里需要帮助，从什么时候起', to: '/board' })
  }
  if (may('members:read')) {
    errands.push({
      words: '党员名册',
      help: '按姓名、拼音、首字母或手机号后四位找人',
      to: '/members',
    })
  }
  if (may('meetings:read') && !may('meetings:write')) {
    errands.push({ words: '会议记录', help: '开过的会，看、签字、加批注', to: '/meetings' })
  }
  if (may('members:write')) {
    errands.push({
      words: '登记党员',
      help: '先填必填的几项，其余以后再填',
      to: '/members/new',
    })
  }
  if (may('admissions:read')) {
    errands.push({ words: '发展党员', help: '每个人走到哪一步、等谁办', to: '/admissions' })
  }
  if (role === 'applicant') {
    errands.push({ words: '我的入党进程', help: '走到哪一步，下一步由谁办', to: '/admission' })
  }
  if (may('requests:answer')) {
    errands.push({ words: '上级要求', help: '上级要求填报的，什么时候到期', to: '/requests' })
  }
  if (member !== null && may('member:read-own') && !may('meetings:write')) {
    errands.push({ words: '我的信息', help: '看看登记的对不对', to: '/mine' })
  }
  if (member !== null && may('member:read-own') && !may('meetings:read')) {
    errands.push({ words: '我的组织生活', help: '参加了哪些，支部记一次就有', to: '/life' })
  }
  if (organization !== null && (may('organizations:read') || may('member:read-own'))) {
    const words = nameOfOwn(organization)
    errands.push({ words, help: legible(organization.name), to: '/organization' })
  }
  return errands
}

function unfinished({ record, fields }: HeldDrafts): Errand[] {
  const help = `填了 ${fields} 项，还没有保存`
  if (record === 'members/new') return [{ words: '接着登记党员', help, to: '/members/new' }]
  const [register, id, type] = record.split('/')
  if (register === 'meetings' && type !== undefined) {
    const words = `接着记：${typeName(type)}`
    return [{ words, help, to: `/record?organization=${id}&type=${type}` }]
  }
  if (register !== 'members' || id === undefined) return []
  return [{ words: '接着修改一位党员的信息', help, to: `/members/${id}/edit` }]
}
