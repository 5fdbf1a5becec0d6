import { onBeforeUnmount, onMounted, ref, type Ref, type ShallowRef } from 'vue'

/**
 * Whether a box is too narrow for what it shows, measured in ems of the page's text: 长辈版 makes
 * the same window narrower, which no media query sees.
 */
export function useNarrow(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  ems: number,
): Readonly<Ref<boolean>> {
  const narrow = ref(false)
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    const text = parseFloat(getComputedStyle(document.documentElement).fontSize)
    narrow.value = entry.contentRect.width < ems * text
  })
  onMounted(() => box.value && observer.observe(box.value))
  onBeforeUnmount(() => observer.disconnect())
  return narrow
}
