import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'

/** Each entry has its page beside its sources; served, it stands where its address says. */
const pages = {
  'desk/index.html': 'index.html',
  'phone/index.html': 'm/index.html',
  'wall/index.html': 'w/index.html',
}

/** Not built but copied: what lets the phone open without a line must stand above its pages. */
const copied = { 'phone/sw.js': 'm/sw.js' }

function pagesAtTheirAddresses() {
  return {
    name: 'pages-at-their-addresses',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const [source, address] of Object.entries(pages)) {
        const page = bundle[source]
        delete bundle[source]
        this.emitFile({ type: 'asset', fileName: address, source: page.source })
      }
      for (const [from, address] of Object.entries(copied)) {
        const source = readFileSync(new URL(from, import.meta.url), 'utf8')
        this.emitFile({ type: 'asset', fileName: address, source })
      }
    },
  }
}

/** While developing, each entry stands at its address too: the phone's router knows no other. */
function entriesWhileDeveloping() {
  return {
    name: 'entries-while-developing',
    configureServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        if (/^\/m(\/|$)/.test(request.url)) request.url = '/phone/index.html'
        if (/^\/w\/?(\?|$)/.test(request.url)) request.url = '/wall/index.html'
        next()
      })
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  plugins: [
    vue(),
    components({
      dirs: [],
      dts: false,
      resolvers: [ElementPlusResolver({ importStyle: 'css', directives: false })],
    }),
    pagesAtTheirAddresses(),
    entriesWhileDeveloping(),
  ],
  resolve: {
    alias: { '@core': fileURLToPath(new URL('./core', import.meta.url)) },
  },
  build: {
    target: ['chrome79', 'ios13.4'], // the phone's; what suits it suits the desk
    manifest: 'manifest.json',
    // make.mjs removes what an earlier build left: other hands may write into the same folder.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.keys(pages),
      // What nearly every page of the phone needs travels together: packed apart it weighs more.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'entry-fields',
              test: /phone\/kit\/(FieldFrame|TextField|SelectField|ChoiceField|SkeletonLines|WayBack)/,
            },
          ],
        },
      },
    },
  },
  // The host stays the one the page was asked at: the server refuses what comes from elsewhere.
  server: { proxy: { '/api': { target: 'http://localhost:8080', changeOrigin: false } } },
  test: { include: ['{core,desk,phone,wall}/**/*.test.ts'] },
})
