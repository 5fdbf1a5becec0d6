import { organizationGroups } from '@core/organization/fields'
import type { RecordWords } from '../../form/record'

export const organizationWords: RecordWords = {
  groups: organizationGroups,
  make: '设立',
  kept: '没有保存的内容留在这台设备上，下次打开接着填。',
}
