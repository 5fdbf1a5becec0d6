import { onBeforeUnmount, onMounted, ref, type Ref, type ShallowRef } from 'vue'

/**
 * How wide a box is, in ems of the page's text: 长辈版 makes the same window narrower, which no
 * media query sees. Endless until it has been measured.
 */
export function useWidth(box: Readonly<ShallowRef<HTMLElement | null>>): Readonly<Ref<number>> {
  const ems = ref(Infinity)
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    const text = parseFloat(getComputedStyle(document.documentElement).fontSize)
    ems.value = entry.contentRect.width / text
  })
  onMounted(() => box.value && observer.observe(box.value))
  onBeforeUnmount(() => observer.disconnect())
  return ems
}
