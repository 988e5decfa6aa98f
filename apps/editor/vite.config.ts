import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lookTokens } from '../worker/src/look/tokens.ts';

const draftAlways =
  /apps\/editor\/src\/(?:saving\/(?:draft-saver|draft-store|kept-drafts|merge-documents)|draft\/(?:condition-words|edit-fields|form-draft))\.ts|packages\/rules\/src\/condition-fields/;
const savingAlways =
  /apps\/editor\/src\/(?:saving\/(?:save-sign|use-)|parts\/(?:field|classes|button|state|use-media)|shell\/(?:guarded|connection)|server\/(?:ask|queries|refusal|create-queries)|builder\/use-say-done)|lucide-react.*icons\/(?:check|plus|trash|copy|chevron-left|arrow-up|arrow-down|triangle-exclamation-point|circle-check|grip-vertical|phone|sliders-horizontal|undo-2|redo-2)\.m?js/;

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
    rolldownOptions: {
      output: {
        hashCharacters: 'hex',
        assetFileNames: 'files/[name]-[hash].[ext]',
        codeSplitting: {
          // What both drafts are worked on by. In pieces it would weigh more: each is compressed by itself.
          groups: [
            { name: 'draft', test: draftAlways },
            { name: 'tanstack', test: /node_modules\/@tanstack\//, includeDependenciesRecursively: false },
            { name: 'saving', test: savingAlways, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
