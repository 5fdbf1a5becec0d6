import { bodyGroups } from '@core/body/fields'
import type { RecordWords } from '../../form/record'

export const bodyWords: RecordWords = {
  groups: bodyGroups,
  make: '登记',
  since: '从这一天起列入名册；补登早就有的单位，填实际的日期',
  kept: '没有保存的内容留在这台设备上，下次打开接着填。',
}
