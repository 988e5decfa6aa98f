// What stands around every screen: the nonce that styles need, what was asked of the worker, and the addresses.
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createQueries } from './server/create-queries.ts';
import { pageNonce } from './page-nonce.ts';
import { createEditorRouter } from './routes.tsx';
import { ToastProvider } from './parts/toast.tsx';

export function App() {
  const [queries] = useState(createQueries);
  const [router] = useState(createEditorRouter);
  return (
    <CSPProvider nonce={pageNonce()}>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
