import { readonly, ref } from 'vue'

const KEY = 'sunmao.elder'
const on = ref(false)

/** 长辈版: larger text and targets, stronger contrast, on every entry. */
export const elder = readonly(on)

export function resumeElder(): void {
  set(readChoice())
}

export function toggleElder(): void {
  set(!on.value)
  try {
    localStorage.setItem(KEY, on.value ? '1' : '0')
  } catch {
    // Storage may be shut off; the choice then lasts as long as the page.
  }
}

function set(value: boolean): void {
  on.value = value
  document.documentElement.classList.toggle('elder', value)
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}
