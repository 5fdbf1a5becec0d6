/** How a duty stands, in the words of the server: its state, and the light while it is unmet. */
export interface Stands {
  state: string
  light: string
}

export type Sign = 'red' | 'yellow' | 'green' | 'met' | 'neutral'

/** The sign of a duty: its light where one shows, or what became of it. */
export function signOf({ state, light }: Stands): Sign {
  if (light === 'red' || light === 'yellow' || light === 'green') return light
  return state === 'met' ? 'met' : 'neutral'
}

const states: Record<string, string> = {
  coming: '未到开始日',
  contested: '申诉中',
  waived: '已豁免',
  met: '已办',
  void: '已撤销',
}

/** Said beside the shape: colour never stands alone. */
export const lightWords: Record<string, string> = { red: '红灯', yellow: '黄灯', green: '绿灯' }

export function signWords({ state, light }: Stands): string {
  return lightWords[light] ?? states[state] ?? state
}
