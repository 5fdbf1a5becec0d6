import type { Field, Values } from '../field'

const LONGEST_NAME = 100

export const organizationGroups = ['基本情况'] as const

/** Only branches are told apart by class, and general branches, which are several of them. */
const CLASSED = ['branch', 'joint', 'floating', 'general-branch']
const isClassed = ({ kind }: Values) => CLASSED.includes(String(kind))

const basics: Omit<Field, 'group'>[] = [
  { name: 'parent', label: '上级党组织', kind: 'organization', required: true },
  {
    name: 'name',
    label: '党组织全称',
    kind: 'text',
    longest: LONGEST_NAME,
    required: true,
    help: '与批复上的名称一致，如 中共兴县蔚汾镇东关村支部委员会',
  },
  {
    name: 'kind',
    label: '党组织类别',
    kind: 'code',
    table: 'organizationKind',
    required: true,
  },
  { name: 'field', label: '所属领域', kind: 'code', table: 'field', required: true },
  {
    name: 'establishedOn',
    label: '成立日期',
    kind: 'date',
    required: true,
    help: '上级党组织批准成立的日期，从这一天起算',
  },
  {
    name: 'branchClass',
    label: '党支部分类',
    kind: 'code',
    table: 'branchClass',
    arises: isClassed,
  },
  { name: 'division', label: '所在行政区划', kind: 'division' },
]

/** Every field of an organization that can be written, in the order of the paper form. */
export const organizationFields: readonly Field[] = basics.map((field) => ({
  ...field,
  group: organizationGroups[0],
}))
