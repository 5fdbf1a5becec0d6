import type { Editable, Register } from '../edit'
import type { Field } from '../field'
import { addAdmission, type AdmissionView, type NewAdmission } from './api'

/** Ways in which a case begins: by an application, or entered afterwards with its papers. */
export type Beginning = 'normal' | 'direct' | 'posthumous'

const fields: Field[] = [
  { name: 'name', label: '姓名', kind: 'text', longest: 60, required: true },
  {
    name: 'citizenNumber',
    label: '公民身份号码',
    kind: 'secret',
    longest: 18,
    help: '18 位，末位可以是 X；接收为预备党员、登记入册时要用',
  },
  { name: 'sex', label: '性别', kind: 'code', table: 'sex', required: true },
  { name: 'bornOn', label: '出生日期', kind: 'date', required: true },
  {
    name: 'organization',
    label: '向哪个党支部申请',
    kind: 'organization',
    required: true,
    help: '工作、学习所在单位的党支部；没有的，向居住地或者流入地的党支部',
  },
  {
    name: 'appliedOn',
    label: '申请书落款日期',
    kind: 'date',
    required: true,
    help: '照申请书上写的填。以前交的也照实填，系统记为补录',
  },
  {
    name: 'receivedOn',
    label: '党支部收到的日期',
    kind: 'date',
    help: '和落款不是同一天的才填；一个月内派人谈话从这一天算起',
  },
  { name: 'nation', label: '民族', kind: 'code', table: 'nation' },
  { name: 'education', label: '学历', kind: 'code', table: 'education' },
  { name: 'jobPost', label: '工作岗位', kind: 'code', table: 'jobPost' },
  { name: 'mobile', label: '手机号码', kind: 'secret', longest: 20 },
  { name: 'reason', label: '说明', kind: 'text', longest: 200, help: '补录的，写明原因' },
].map((field) => ({ ...field, group: '本人情况' }) as Field)

/** Told once, and found again in every later paper; too much of a person to lie on a device. */
const told: Field[] = [
  { name: 'resume', label: '本人履历', rows: 4 },
  { name: 'family', label: '家庭主要成员和主要社会关系', rows: 4 },
  { name: 'words', label: '对党的认识和入党动机', rows: 4 },
].map((field) => ({
  ...field,
  kind: 'text',
  group: '申请书里写的',
  longest: 4000,
  kept: false,
  help: '可以以后再补；填一次，以后的表格自动带出',
}))

export const groups = ['本人情况', '申请书里写的'] as const

/** What a form makes a case of; the record is changed by steps and by nothing else. */
export type AdmissionCard = AdmissionView & Editable

export const applications = (kind: Beginning): Register<AdmissionCard> => ({
  name: 'admissions',
  fields: [
    ...fields.map((field) =>
      field.name === 'reason' ? { ...field, required: kind !== 'normal' } : field,
    ),
    ...told,
  ],
  async create(body, key) {
    const made = await addAdmission(applicationOf(body, kind), key)
    return { ...made, edit: { fields: [], closed: [] } }
  },
  change: () => Promise.reject(new Error('A case is changed by its steps')),
})

function applicationOf(body: object, kind: Beginning): NewAdmission {
  const { resume, family, words, ...person } = body as Record<string, string | null>
  const said = { resume: resume ?? null, family: family ?? null, words: words ?? null }
  const fields = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== null))
  return { ...(person as unknown as NewAdmission), kind, fields }
}
