import type { Mark, Visit } from './api'

/** Kinds of organization life, as the server names them; for filters and before it has answered. */
export const TYPES: readonly (readonly [code: string, label: string])[] = [
  ['members', '支部党员大会'],
  ['committee', '支部委员会会议'],
  ['group', '党小组会'],
  ['lecture', '党课'],
  ['theme-day', '主题党日'],
  ['life-meeting', '组织生活会'],
  ['appraisal', '民主评议党员'],
  ['talk', '谈心谈话'],
  ['training', '集中培训'],
  ['volunteering', '志愿服务'],
  ['commando', '党员突击队'],
  ['visit', '走访慰问'],
  ['pledge', '承诺践诺'],
  ['post', '设岗定责'],
  ['commendation', '表彰'],
  ['joint', '联合活动'],
]

export const typeName = (code: string): string =>
  TYPES.find(([known]) => known === code)?.[1] ?? code

/** Names of duties and the kind of meeting that meets each. */
const TYPE_OF_DUTY: Record<string, string> = {
  'members-meeting': 'members',
  'committee-meeting': 'committee',
  'group-meeting': 'group',
  lecture: 'lecture',
  'secretary-lecture': 'lecture',
  'theme-day': 'theme-day',
  'life-meeting': 'life-meeting',
  appraisal: 'appraisal',
  talk: 'talk',
  'member-hours': 'theme-day',
  'officer-hours': 'theme-day',
}

export const typeOfDuty = (duty: string): string | null => TYPE_OF_DUTY[duty] ?? null

/** States a list may be asked for. */
export const STATES: readonly (readonly [code: string, label: string])[] = [
  ['noticed', '已通知'],
  ['in-session', '正在开会'],
  ['short', '人数不足'],
  ['draft', '待签字'],
  ['signed', '已签字'],
  ['returned', '已退回'],
  ['accepted', '已接收'],
  ['archived', '已归档'],
  ['cancelled', '已取消'],
]

/** Meetings that decide by votes; the others are held and nothing is decided. */
const DECIDING = ['members', 'committee', 'theme-day', 'life-meeting', 'appraisal']

export const decides = (type: string): boolean => DECIDING.includes(type)

/** A sign before each mark, so that colour is never alone. */
export const MARK_SIGNS: Record<Mark | Visit, string> = {
  present: '✓',
  distant: '◎',
  excused: '○',
  absent: '✕',
  exempt: '－',
  hosted: '＋',
  guest: '＋',
}

/** How long something took, in words: 90 minutes are 1 小时 30 分钟. */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** A time of day as people read it: no seconds. */
export const clockWords = (time: string): string => time.slice(0, 5)

export const RECORDING = '开会记一笔'
