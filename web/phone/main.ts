import { createApp } from 'vue'
import '@core/tokens.css'
import '@core/base.css'
import './layout.css'
import { watchAbout } from '@core/about'
import { resumeElder } from '@core/elder'
import { takeNewPages } from '@core/new-page'
import App from './App.vue'
import { destination, router } from './router'

resumeElder()
void watchAbout()
takeNewPages(destination)

createApp(App).use(router).mount('#phone')
