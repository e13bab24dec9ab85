import adapter from '@sveltejs/adapter-static'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { guardFirstScreen } from './src/host/first-screen.ts'

const lobby = process.env['LOBBYLINE_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ fallback: 'index.html' }),
      paths: { relative: false },
    }),
    guardFirstScreen(),
  ],
  build: {
    target: 'esnext',
    // The pages allow no font but a file of their own.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
    // The contract and the domain are pure: a page fetches the parts that it calls, not the whole.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/server\/src\//, sideEffects: false }] },
      // The first screen, with all that it stands on, is one file: a weak box pays for each one that it fetches and links.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'first-screen',
              tags: ['$initial'],
              test: /\/kiosk\/src\/lib\/(connection|design|kiosk|words)\/|\/lucide-static\//,
            },
          ],
        },
      },
    },
  },
  server: {
    fs: { allow: ['../server/src/contract', '../server/src/domain'] },
    proxy: {
      '/api': lobby,
      '/socket.io': { target: lobby, ws: true },
    },
  },
})
