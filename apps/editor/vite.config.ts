import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lookTokens } from '../worker/src/look/tokens.ts';

export default defineConfig({
  // The worker serves its files below this address, and makes the page its own: each answer has a nonce.
  base: '/editor/',
  html: { cspNonce: '__NONCE__' },
  plugins: [
    react(),
    tailwindcss(),
    {
      name: 'look',
      // The same colours as all of Baton's own pages.
      transformIndexHtml: () => [
        { tag: 'style', attrs: { nonce: '__NONCE__' }, children: lookTokens, injectTo: 'head-prepend' },
      ],
    },
  ],
  build: {
    assetsDir: 'files',
    // A file is a file: a `data:` address would not pass the page's policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { hashCharacters: 'hex', assetFileNames: 'files/[name]-[hash].[ext]' } },
  },
});
