import { bodiesBelow, body, findBodies } from '@core/body/api'
import type { TreeSource } from '../../kit/tree/source'

/** The tree of bodies: 党政机构与各类单位. */
export const bodySource: TreeSource = {
  thing: '单位',
  name: '单位树',
  kinds: 'bodyKind',
  hint: '名称、拼音或首字母',
  below: bodiesBelow,
  one: body,
  find: (q, after, signal) => findBodies({ q, without: false }, after, signal),
  page: (id) => ({ name: 'bodies', params: { id } }),
}

/** The same, narrowed to those in which no Party organization is formed (空白点). */
export const bodiesWithout: TreeSource = {
  ...bodySource,
  thing: '没有党组织的单位',
  find: (q, after, signal) => findBodies({ q, without: true }, after, signal),
}
