import type { Session } from '@core/session'
import type { Way } from '../../kit/way'

/** What belongs to whoever has signed in, whatever their post. */
export function waysOfOwn({ member, rights }: Session): Way[] {
  const ways: Way[] = []
  if (member !== null && rights.includes('member:read-own')) {
    ways.push(
      {
        words: '我的信息',
        help: '名册上登记了我什么；有误的，可以申请更正',
        to: `/members/${member}`,
      },
      {
        words: '谁看过我',
        help: '哪些人、什么时候、为什么看过我的信息',
        to: '/mine/readings',
      },
      {
        words: '更正申请',
        help: '我申请过的更正，办到了哪一步',
        to: '/mine/corrections',
      },
    )
  }
  if (rights.includes('duties:read')) {
    ways.push(
      { words: '提醒', help: '每天最多一份，有哪些事要办', to: '/digests' },
      {
        words: '日历订阅',
        help: '把应办的期限放进自己的手机或电脑日历',
        to: '/mine/calendar',
      },
    )
  }
  ways.push(
    { words: '我的数据', help: '保存了我哪些信息、为什么，可以下载一份', to: '/mine/data' },
    { words: '账号与安全', help: '改密码，开启双重验证，管理记住的手机', to: '/security' },
    { words: '登录设备', help: '我在哪些设备上登录着，可以逐个退出', to: '/sessions' },
    { words: '角色和权限', help: '每种角色能办什么、不能办什么', to: '/roles' },
  )
  return ways
}
