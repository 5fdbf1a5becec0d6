import { postGroup, termGroup } from '@core/post/register'
import type { RecordWords } from '../../form/record'

const shared = {
  when: false,
  kept: '没有保存的内容留在这台设备上，下次打开接着填。',
} as const

export const postWords: RecordWords = { ...shared, groups: [postGroup], make: '登记任职' }
export const termWords: RecordWords = { ...shared, groups: [termGroup], make: '登记新一届' }
