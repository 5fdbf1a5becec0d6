import { label } from '@core/dictionary'
import { formatDate, formatMonths, formatPlace, formatText, formatYesNo } from '@core/format'
import type { Fact } from '../../kit/FactList.vue'
import type { MemberDetail } from './api'

export interface FactGroup {
  title: string
  facts: Fact[]
}

const MASKED = '已脱敏'

/** A member's record in the order of the paper form. */
export function groupsOf(member: MemberDetail): FactGroup[] {
  return [
    { title: '基本信息', facts: person(member) },
    { title: '党籍信息', facts: membership(member) },
    { title: '工作与流动', facts: workAndMoves(member) },
    { title: '联系方式', facts: contact(member) },
    { title: '档案', facts: file(member) },
  ]
}

function person(it: MemberDetail): Fact[] {
  return [
    { name: '姓名', value: it.name },
    { name: '性别', value: label('sex', it.sex) },
    { name: '民族', value: label('nation', it.nation) },
    { name: '出生日期', value: formatDate(it.bornOn) },
    { name: '年龄', value: `${it.age} 岁` },
    { name: '公民身份号码', value: formatText(it.citizenNumber), note: masked(it.citizenNumber) },
    { name: '籍贯', value: formatPlace(it.nativePlace) },
    { name: '户籍所在地', value: formatPlace(it.registeredPlace) },
    { name: '学历', value: label('education', it.education) },
    { name: '学位', value: label('degree', it.degree) },
  ]
}

function membership(it: MemberDetail): Fact[] {
  const extension = it.extensionMonths ?? 0
  return [
    { name: '所在党组织', value: it.organization.name },
    { name: '党员类别', value: label('memberStatus', it.status) },
    { name: '党籍状态', value: label('standing', it.standing) },
    { name: '入党日期', value: formatDate(it.joinedOn) },
    { name: '转正日期', value: formatDate(it.fullOn) },
    { name: '转正情况', value: label('conversion', it.conversion) },
    ...(extension > 0 ? [{ name: '延长预备期', value: `${extension} 个月` }] : []),
    { name: '党龄', value: formatMonths(it.partyAgeMonths) },
    { name: '加入党组织的类别', value: label('admissionKind', it.admissionKind) },
    { name: '入党时所在党支部', value: formatText(it.admittedIn) },
  ]
}

function workAndMoves(it: MemberDetail): Fact[] {
  return [
    { name: '工作岗位', value: label('jobPost', it.jobPost) },
    { name: '新的社会阶层', value: label('stratum', it.stratum) },
    { name: '一线情况', value: label('frontline', it.frontline) },
    { name: '专业技术职务', value: label('technicalPost', it.technicalPost) },
    { name: '农民工', value: formatYesNo(it.migrantWorker) },
    { name: '台湾省籍', value: formatYesNo(it.fromTaiwan) },
    { name: '流动党员', value: formatYesNo(it.floating) },
    ...(it.floating ? [{ name: '外出流向', value: formatPlace(it.floatingTo) }] : []),
    { name: '失去联系', value: formatYesNo(it.lost) },
    ...(it.lost
      ? [
          { name: '失去联系日期', value: formatDate(it.lostOn) },
          { name: '失去联系情形', value: label('lostReason', it.lostReason) },
        ]
      : []),
  ]
}

function contact(it: MemberDetail): Fact[] {
  return [
    { name: '手机号码', value: formatText(it.mobile), note: masked(it.mobile) },
    { name: '固定电话', value: formatText(it.phone), note: masked(it.phone) },
    { name: '现居住地', value: formatPlace(it.residence) },
    { name: '详细地址', value: formatText(it.address), note: masked(it.address) },
  ]
}

function file(it: MemberDetail): Fact[] {
  return [
    { name: '党员档案管理单位', value: formatText(it.fileKeptBy) },
    { name: '本记录自何日起有效', value: formatDate(it.validFrom) },
  ]
}

/** The server masks; this only says so, that nobody takes the stars for the record. */
function masked(value: string | null): string | false {
  return value !== null && /[*＊•]/.test(value) && MASKED
}
