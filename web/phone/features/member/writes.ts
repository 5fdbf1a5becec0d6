import { ref } from 'vue'

/** How often this page has written to the register; a list that was kept looks whether it is old. */
export const writes = ref(0)
