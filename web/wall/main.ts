import { createApp } from 'vue'
import '@core/tokens.css'
import '@core/base.css'
import './wall.css'
import { watchAbout } from '@core/about'
import { resumeElder } from '@core/elder'
import { takeNewPages } from '@core/new-page'
import App from './App.vue'

resumeElder()
void watchAbout()
takeNewPages(() => location.pathname + location.search)

createApp(App).mount('#wall')
