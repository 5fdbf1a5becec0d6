import { createApp } from 'vue'
import '@core/tokens.css'
import '@core/base.css'
import './layout.css'
import { watchAbout } from '@core/about'
import { resumeElder } from '@core/elder'
import App from './App.vue'
import { router } from './router'

resumeElder()
void watchAbout()

// After an upgrade the server no longer has the parts this page would load: take the new page, once.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('sunmao.reloaded') ?? 0)
  if (Date.now() - last < 10_000) return
  sessionStorage.setItem('sunmao.reloaded', String(Date.now()))
  location.reload()
})

createApp(App).use(router).mount('#phone')
