import { formatDate } from '../format'
import type { MemberCard } from './api'

/** Why less is shown than of others, or that nothing changes any more; empty where neither is so. */
export function standingOf(card: MemberCard): string {
  if (card.leftOn !== null) {
    return `该党员自 ${formatDate(card.leftOn)} 起不再在册，您看到的是最后一天的情况。`
  }
  if (!card.reduced) return ''
  const now = card.heldNow === null ? '该党员现在已不在册' : `该党员现由${card.heldNow.name}管理`
  return `您看到的是 ${formatDate(card.asOf)} 的情况：${now}。身份证号、电话和住址不显示，也不能修改。`
}
