import type { components } from './api.gen'

/** What stands where nothing has been recorded. */
export const UNKNOWN = '未填'

const numbers = new Intl.NumberFormat('zh-CN')
const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** `2026-11-22` → 2026年11月22日. Works on the text: a calendar day has no time zone. */
export function formatDate(day: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  if (parts === null) return UNKNOWN
  return `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`
}

/** A sentence of the server with its days as they are written elsewhere. */
export function withDays(text: string): string {
  return text.replace(/ ?(\d{4}-\d{2}-\d{2}) ?/g, (_, day: string) => formatDate(day))
}

export function formatToday(now: Date): string {
  const day = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
  return `${day} ${weekdays[now.getDay()]}`
}

/** A day as the interfaces write it: 2026-11-22, by the clock on the wall. */
export function isoDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** An instant in the words of the wall clock: 2026年11月22日 14:05. */
export function formatTime(instant: string | null | undefined): string {
  const at = new Date(instant ?? NaN)
  if (Number.isNaN(at.getTime())) return UNKNOWN
  const minutes = String(at.getMinutes()).padStart(2, '0')
  return `${formatDate(isoDay(at))} ${at.getHours()}:${minutes}`
}

export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** Party age is counted from the end of probation: before it there is none. */
export function formatPartyAge(it: { fullOn: string | null; partyAgeMonths: number }): string {
  return it.fullOn === null ? '转正后起算' : formatMonths(it.partyAgeMonths)
}

/** 27 → 2年3个月; 24 → 2年; 3 → 3个月; 0 → 不满1个月. */
export function formatMonths(months: number | null | undefined): string {
  if (months === null || months === undefined) return UNKNOWN
  if (months < 1) return '不满1个月'
  const years = Math.floor(months / 12)
  const rest = months % 12
  return (years > 0 ? `${years}年` : '') + (rest > 0 ? `${rest}个月` : '')
}

export function formatYesNo(value: boolean | null | undefined): string {
  if (value === null || value === undefined) return UNKNOWN
  return value ? '是' : '否'
}

export function formatText(value: string | null | undefined): string {
  return value === null || value === undefined || value.trim() === '' ? UNKNOWN : legible(value)
}

const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu

/** Characters of one's own making look different on every machine, or like nothing at all. */
export function hasPrivateUse(text: string): boolean {
  return text.search(privateUse) >= 0
}

/** Every text of people's names is shown by this: a character nobody else can read is marked 〓. */
export function legible(text: string): string {
  return hasPrivateUse(text) ? `${text.replace(privateUse, '〓')}（含自造字）` : text
}

/** A division by its name; a code the tables do not know is shown as it is. */
export function formatPlace(place: components['schemas']['Place'] | null): string {
  return place === null ? UNKNOWN : formatText(place.name ?? place.code)
}

/** Seconds of waiting in words: 90 → 2 分钟, rounded up so that nobody comes too early. */
export function formatWait(seconds: number): string {
  return seconds <= 60 ? `${Math.max(1, Math.ceil(seconds))} 秒` : `${Math.ceil(seconds / 60)} 分钟`
}
