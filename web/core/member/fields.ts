import type { Field, Values } from '../field'

/** The parts of a member's record, in the order of the paper form. */
export const groups = [
  '基本信息',
  '党籍信息',
  '分类管理',
  '工作与流动',
  '联系方式',
  '档案',
] as const
export type MemberGroup = (typeof groups)[number]

const LONGEST_NAME = 60
const LONGEST_LINE = 200

const isFull = (values: Values) => values.status === 'full'

const person: Omit<Field, 'group'>[] = [
  { name: 'name', label: '姓名', kind: 'text', longest: LONGEST_NAME, required: true },
  {
    name: 'pinyin',
    label: '姓名读音',
    kind: 'text',
    longest: LONGEST_LINE,
    help: '不填时由系统按姓名生成。多音字读错了，在这里改，如 zeng guang xian',
  },
  {
    name: 'citizenNumber',
    label: '公民身份号码',
    kind: 'secret',
    longest: 18,
    required: true,
    help: '18 位，末位可以是 X',
  },
  { name: 'sex', label: '性别', kind: 'code', table: 'sex', required: true },
  { name: 'bornOn', label: '出生日期', kind: 'date', required: true },
  { name: 'nation', label: '民族', kind: 'code', table: 'nation', required: true },
  { name: 'nativePlace', label: '籍贯', kind: 'division', help: '祖居地，到县一级即可' },
  { name: 'registeredPlace', label: '户籍所在地', kind: 'division', kept: false },
  {
    name: 'education',
    label: '学历',
    kind: 'code',
    table: 'education',
    help: '已经取得的最高学历',
  },
  { name: 'degree', label: '学位', kind: 'code', table: 'degree' },
]

const membership: Omit<Field, 'group'>[] = [
  { name: 'organization', label: '所在党组织', kind: 'organization', required: true },
  {
    name: 'partyGroup',
    label: '所在党小组',
    kind: 'organization',
    help: '支部划分了党小组的选，没有划分的不填',
  },
  { name: 'status', label: '人员类别', kind: 'code', table: 'memberStatus', required: true },
  {
    name: 'joinedOn',
    label: '入党日期',
    kind: 'date',
    required: true,
    help: '支部党员大会通过其为预备党员的日期',
  },
  {
    name: 'fullOn',
    label: '转正日期',
    kind: 'date',
    required: isFull,
    arises: isFull,
    help: '预备期满转为正式党员的日期，党龄从这一天算起',
  },
  { name: 'conversion', label: '转正情况', kind: 'code', table: 'conversion' },
  {
    name: 'extensionMonths',
    label: '延长预备期',
    kind: 'number',
    unit: '个月',
    least: 6,
    most: 12,
    arises: (values) => values.conversion === 'extended',
    help: '半年至一年',
  },
  { name: 'standing', label: '党籍状态', kind: 'code', table: 'standing' },
  { name: 'admissionKind', label: '加入党组织的类别', kind: 'code', table: 'admissionKind' },
  {
    name: 'partyAgeCorrection',
    label: '党龄校正值',
    least: -600,
    most: 600,
    kind: 'number',
    unit: '个月',
    blank: 0,
    help: '按规定应当增加或扣除的月数，扣除的写负数；没有就填 0',
  },
  {
    name: 'partyAgeCorrectionReason',
    label: '党龄校正原因',
    kind: 'text',
    longest: LONGEST_LINE,
    arises: ({ partyAgeCorrection }) => !['0', '', null].includes(partyAgeCorrection as string),
  },
]

const management: Omit<Field, 'group'>[] = [
  {
    name: 'holdsOffice',
    label: '有职',
    kind: 'yesNo',
    help: '现在担任党组织、村（社区）班子等职务的选“是”',
  },
  { name: 'memberClass', label: '党员分类', kind: 'code', table: 'memberClass' },
  { name: 'way', label: '管理方式', kind: 'code', table: 'way' },
]

const workAndMoves: Omit<Field, 'group'>[] = [
  { name: 'jobPost', label: '工作岗位', kind: 'code', table: 'jobPost' },
  { name: 'stratum', label: '新的社会阶层', kind: 'code', table: 'stratum' },
  { name: 'frontline', label: '一线情况', kind: 'code', table: 'frontline' },
  { name: 'technicalPost', label: '专业技术职务', kind: 'code', table: 'technicalPost' },
  { name: 'migrantWorker', label: '农民工', kind: 'yesNo' },
  { name: 'fromTaiwan', label: '台湾省籍', kind: 'yesNo' },
  { name: 'floating', label: '流动党员', kind: 'yesNo', help: '外出六个月以上' },
  {
    name: 'floatingTo',
    label: '外出流向',
    kind: 'division',
    arises: (values) => values.floating === true,
  },
  {
    name: 'contact',
    label: '联系人',
    kind: 'text',
    longest: LONGEST_NAME,
    arises: (values) => values.floating === true,
    help: '支部指定的、和他保持联系的人，写姓名',
  },
  {
    name: 'host',
    label: '流入地党组织',
    kind: 'host',
    arises: (values) => values.floating === true && !values.hostName,
    help: '他在外地参加组织生活的党支部；选了以后，那个支部开会时能看到他的姓名',
  },
  {
    name: 'hostName',
    label: '平台外的流入地党组织',
    kind: 'text',
    longest: 100,
    arises: (values) => values.floating === true && !values.host,
    help: '不在本平台的，写党组织的全称',
  },
  { name: 'lostOn', label: '失去联系日期', kind: 'date', help: '没有失去联系的不填' },
  {
    name: 'lostReason',
    label: '失去联系情形',
    kind: 'code',
    table: 'lostReason',
    arises: (values) => values.lostOn !== null,
  },
]

const contact: Omit<Field, 'group'>[] = [
  { name: 'mobile', label: '手机号码', kind: 'secret', longest: 20 },
  { name: 'phone', label: '固定电话', kind: 'secret', longest: 30 },
  { name: 'residence', label: '现居住地', kind: 'division', kept: false },
  { name: 'address', label: '详细地址', kind: 'secret', longest: LONGEST_LINE },
]

const file: Omit<Field, 'group'>[] = [
  { name: 'fileKeptBy', label: '党员档案管理单位', kind: 'text', longest: 100 },
]

/** Every field of a member that can be written, in the order in which forms ask for it. */
export const memberFields: readonly Field[] = [
  person,
  membership,
  management,
  workAndMoves,
  contact,
  file,
].flatMap((fields, index) => fields.map((field) => ({ ...field, group: groups[index] ?? '' })))

export function memberField(name: string): Field {
  const field = memberFields.find((candidate) => candidate.name === name)
  if (field === undefined) throw new Error(`no field of a member: ${name}`)
  return field
}
