import type { ActName } from '@core/change/api'
import { dayOf } from '@core/day'

/** What a step of the process is asked with. */
export interface ActField {
  name: string
  label: string
  kind: 'text' | 'long' | 'date'
  required?: true
  help?: string
}

const note: ActField = { name: 'note', label: '说明', kind: 'long' }
const reason: ActField = { name: 'reason', label: '理由', kind: 'long', required: true }

export const fieldsOfAct: Record<ActName, ActField[]> = {
  request: [{ ...note, help: '可以不填；写明需要上级知道的情况' }],
  decide: [
    { name: 'decidedOn', label: '决定日期', kind: 'date', required: true },
    {
      name: 'number',
      label: '批复文号',
      kind: 'text',
      required: true,
      help: '如 蔚发〔2026〕12号',
    },
    {
      name: 'meeting',
      label: '研究决定的会议',
      kind: 'text',
      required: true,
      help: '如 2026年11月20日 镇党委会议',
    },
    note,
  ],
  refuse: [reason],
  apply: [],
  withdraw: [reason],
  file: [
    { name: 'filedOn', label: '备案日期', kind: 'date', required: true },
    { name: 'number', label: '备案号', kind: 'text' },
    note,
  ],
}

/** Said once it is done. */
export const doneWords: Record<ActName, string> = {
  request: '已经请示',
  decide: '已经作出决定',
  refuse: '已经答复不批准',
  apply: '已经执行',
  withdraw: '已经撤回',
  file: '已经备案',
}

/** Whether a step is taken on what a preview has shown, and sends its fingerprint. */
export function restsOnPreview(act: ActName): boolean {
  return act === 'decide' || act === 'apply'
}

/** What has to be filled in before a step can be taken. */
export function faultsOfAct(act: ActName, values: Record<string, string>): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { name, label, kind, required } of fieldsOfAct[act]) {
    const value = values[name]?.trim() ?? ''
    if (required && value === '') faults[name] = `请填写${label}`
    else if (kind === 'date' && value !== '' && dayOf(value) === null) {
      faults[name] = '请填写完整的日期，如 2026-07-01'
    }
  }
  return faults
}

/** What is sent: what is filled in, no more. */
export function bodyOfAct(values: Record<string, string>): Record<string, string> {
  const filled = Object.entries(values).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}
