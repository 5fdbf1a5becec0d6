import { label } from '../dictionary'
import type { Fact, FactGroup } from '../fact'
import { shown } from '../field'
import { formatDate, formatMonths, formatPartyAge, formatText, formatYesNo } from '../format'
import type { MemberCard } from './api'
import { memberField, type MemberGroup } from './fields'

const MASKED = '已脱敏'
const UNCONFIRMED = '未确认'

/** A member's record in the order of the paper form. */
export function groupsOf(member: MemberCard): FactGroup[] {
  const groups: Record<MemberGroup, Fact[]> = {
    基本信息: person(member),
    党籍信息: membership(member),
    分类管理: management(member),
    工作与流动: workAndMoves(member),
    联系方式: facts(member, 'mobile', 'phone', 'residence', 'address'),
    档案: [
      ...facts(member, 'fileKeptBy'),
      { name: '本记录自何日起有效', value: formatDate(member.validFrom) },
    ],
  }
  return Object.entries(groups).map(([title, facts]) => ({ title, facts }))
}

function person(it: MemberCard): Fact[] {
  return [
    ...facts(it, 'name', 'sex', 'nation', 'bornOn'),
    { name: '年龄', value: `${it.age} 岁` },
    ...facts(it, 'citizenNumber', 'nativePlace', 'registeredPlace', 'education', 'degree'),
  ]
}

function membership(it: MemberCard): Fact[] {
  return [
    ...facts(it, 'organization'),
    ...(it.partyGroup ? facts(it, 'partyGroup') : []),
    ...facts(it, 'status', 'standing', 'joinedOn', 'fullOn', 'conversion'),
    ...(it.extensionMonths ? facts(it, 'extensionMonths') : []),
    { name: '党龄', value: formatPartyAge(it) },
    ...(it.partyAgeCorrection ? corrected(it) : []),
    ...facts(it, 'admissionKind'),
    { name: '入党时所在党支部', value: formatText(it.admittedIn) },
  ]
}

/** Said only where there is a correction: a nought would make every reader ask what it means. */
function corrected(it: MemberCard): Fact[] {
  const sign = it.partyAgeCorrection > 0 ? '增加' : '扣除'
  const months = formatMonths(Math.abs(it.partyAgeCorrection))
  return [
    { name: '党龄校正值', value: `${sign} ${months}` },
    ...facts(it, 'partyAgeCorrectionReason'),
  ]
}

function management(it: MemberCard): Fact[] {
  return [
    { name: '职务', value: it.holdsOffice ? '有职党员' : '无职党员' },
    {
      name: '党员分类',
      value: it.memberClass ? label('memberClass', it.memberClass) : UNCONFIRMED,
    },
    { name: '管理方式', value: it.way ? label('way', it.way) : UNCONFIRMED },
  ]
}

function workAndMoves(it: MemberCard): Fact[] {
  return [
    ...facts(it, 'jobPost', 'stratum', 'frontline', 'technicalPost', 'migrantWorker', 'fromTaiwan'),
    ...facts(it, 'floating'),
    ...(it.floating ? facts(it, 'floatingTo', 'contact', it.hostName ? 'hostName' : 'host') : []),
    { name: '失去联系', value: formatYesNo(it.lost) },
    ...(it.lost ? facts(it, 'lostOn', 'lostReason') : []),
  ]
}

function facts(it: MemberCard, ...names: (keyof MemberCard & string)[]): Fact[] {
  return names.map((name) => {
    const field = memberField(name)
    const value = shown(it, field)
    return { name: field.label, value, note: field.kind === 'secret' && masked(value) }
  })
}

/** The server masks; this only says so, that nobody takes the stars for the record. */
function masked(value: string): string | false {
  return /[*＊•]/.test(value) && MASKED
}
