import { createApp } from 'vue'
import '@core/tokens.css'
import '@core/base.css'
import './layout.css'
import { watchAbout } from '@core/about'
import { client } from '@core/client'
import { resumeElder } from '@core/elder'
import App from './App.vue'
import { destination, router } from './router'

resumeElder()
void watchAbout()

/**
 * A part of the page did not come: the line is away, or an upgrade has replaced it. Once the
 * server answers, the page is taken anew where somebody wanted to go.
 */
async function takeNewPage() {
  const last = Number(sessionStorage.getItem('sunmao.reloaded') ?? 0)
  if (Date.now() - last < 10_000) return
  await client.get('/api/about', { anonymous: true })
  sessionStorage.setItem('sunmao.reloaded', String(Date.now()))
  location.assign(destination())
}
window.addEventListener('vite:preloadError', () => void takeNewPage())

createApp(App).use(router).mount('#phone')
