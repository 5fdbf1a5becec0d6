import type { Editable, Register } from '../edit'
import type { Field } from '../field'
import { staleOf } from '../merge'
import { Problem } from '../problem'
import { addAdmission, changeAdmission, type AdmissionView, type NewAdmission } from './api'

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

/** A case as its forms see it: who it is stands beside it, not below. */
export type AdmissionCard = Omit<AdmissionView, 'organization'> &
  AdmissionView['details'] &
  Editable & { organization: AdmissionView['organization'] | null }

const changeable = ['name', 'sex', 'bornOn', 'nation', 'education', 'jobPost']
const secrets = ['citizenNumber', 'mobile']

export const cardOf = (view: AdmissionView): AdmissionCard => ({
  ...view,
  ...view.details,
  edit: { fields: [...changeable, ...secrets], closed: [] },
})

/** How far a case has come is changed by its steps alone; who it is, by this form. */
export const applications: Register<AdmissionCard> = {
  name: 'admissions',
  fields: [...fields, ...told],
  create: async (body, key) => cardOf(await addAdmission(applicationOf(body), key)),
  change: () => Promise.reject(new Error('Only a case that there is can be changed')),
}

/** Admitted from above, or after death (R-DEV-06): what the paper says, and nothing of the steps. */
export const outside = (kind: 'direct' | 'posthumous'): Register<AdmissionCard> => ({
  ...applications,
  fields: fields.map((field) => ({ ...field, ...(decided[field.name] ?? {}) }) as Field),
  create: async (body, key) =>
    cardOf(await addAdmission({ ...(body as unknown as NewAdmission), kind, fields: null }, key)),
})

const decided: Record<string, Partial<Field>> = {
  organization: { label: '编入哪个党支部', help: '追认的，填生前所在的党支部' },
  appliedOn: { label: '批准日期', help: '照批准文件填' },
  reason: {
    label: '批准的党委和文号',
    required: true,
    help: '登记以后上传批准文件（审批结果通知），再归档',
  },
}

/** @param view what is not changed is sent as it stands; numbers left alone stay as they are */
export function changesOf(view: AdmissionView): Register<AdmissionCard> {
  let card = cardOf(view)
  return {
    ...applications,
    async change(id, version, body) {
      const stands = Object.entries(card).filter(([name]) => changeable.includes(name))
      try {
        const said = { ...Object.fromEntries(stands), ...body }
        return cardOf(await changeAdmission(id, version, said))
      } catch (error) {
        const stale = error instanceof Problem ? staleOf<AdmissionView>(error) : null
        if (stale === null) throw error
        // Somebody else was quicker: the form goes on from what stands now.
        card = cardOf(stale.current)
        throw renewed(error as Problem, card)
      }
    },
  }
}

function renewed({ status, body }: Problem, current: AdmissionCard): Problem {
  const told = { ...body, current, version: current.version }
  return new Problem(status, told)
}

function applicationOf(body: object): NewAdmission {
  const { resume, family, words, ...person } = body as Record<string, string | null>
  const said = { resume: resume ?? null, family: family ?? null, words: words ?? null }
  const fields = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== null))
  return { ...(person as unknown as NewAdmission), kind: 'normal', fields }
}
