import adapter from '@sveltejs/adapter-static'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

const lobby = process.env['LOBBYLINE_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ fallback: 'index.html' }),
      paths: { relative: false },
    }),
  ],
  build: { target: 'esnext' },
  server: {
    fs: { allow: ['../server/src/contract', '../server/src/domain'] },
    proxy: {
      '/api': lobby,
      '/socket.io': { target: lobby, ws: true },
    },
  },
})
