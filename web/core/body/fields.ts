import type { Field } from '../field'

const LONGEST_NAME = 100
const CREDIT_CODE = 18
const MOST_PEOPLE = 1_000_000

export const bodyGroups = ['基本情况', '归口与上级'] as const

const basics: Omit<Field, 'group'>[] = [
  { name: 'name', label: '单位名称', kind: 'text', longest: LONGEST_NAME, required: true },
  { name: 'kind', label: '单位类别', kind: 'code', table: 'bodyKind', required: true },
  { name: 'field', label: '所属领域', kind: 'code', table: 'field', required: true },
  {
    name: 'creditCode',
    label: '统一社会信用代码',
    kind: 'text',
    longest: CREDIT_CODE,
    help: '18 位，在营业执照或登记证书上；没有的不填',
  },
  {
    name: 'headcount',
    label: '职工人数',
    kind: 'number',
    unit: '人',
    least: 0,
    most: MOST_PEOPLE,
  },
  { name: 'division', label: '所在行政区划', kind: 'division' },
]

const place: Omit<Field, 'group'>[] = [
  {
    name: 'organization',
    label: '归口党组织',
    kind: 'organization',
    required: true,
    help: '负责这个单位党建工作的党组织；单位里还没有党组织时也要填',
  },
  { name: 'parent', label: '上级单位', kind: 'body', help: '没有上级单位的不填' },
]

/** Every field of a body that can be written, in the order in which forms ask for it. */
export const bodyFields: readonly Field[] = [basics, place].flatMap((fields, index) =>
  fields.map((field) => ({ ...field, group: bodyGroups[index] ?? '' })),
)
