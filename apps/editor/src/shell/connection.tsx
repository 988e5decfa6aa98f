// Says so when the browser is offline, and that nothing is lost.
import { useSyncExternalStore } from 'react';

function subscribe(tell: () => void): () => void {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}

function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

export function Connection() {
  const isOnline = useIsOnline();
  return (
    <div role="status">
      {!isOnline && (
        <p className="bg-warn/12 px-4 py-2 text-center text-sm text-warn">
          There is no connection. Drafts are kept on this device and saved when it is back; anything else is
          to be done again then.
        </p>
      )}
    </div>
  );
}
