// The file of an import that is under way, kept in this browser until it has ended: after a reload it goes on by itself.
// Where the browser keeps nothing, the file is chosen again.

const database = 'baton-history';
const store = 'files';

type Kept = { readonly name: string; readonly bytes: ArrayBuffer };

function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(database, 1);
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(store));
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(null));
      asked.addEventListener('blocked', () => resolve(null));
    } catch (error) {
      console.info('This browser keeps no files.', error);
      resolve(null);
    }
  });
}

async function used<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const open = await opened();
  if (open === null) return null;
  return new Promise((resolve) => {
    const request = work(open.transaction(store, mode).objectStore(store));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(null));
  });
}

export async function keepFile(digest: string, kept: Kept): Promise<void> {
  await used('readwrite', (files) => files.put(kept, digest));
}

export async function keptFile(digest: string): Promise<Kept | null> {
  const found: unknown = await used('readonly', (files): IDBRequest<unknown> => files.get(digest));
  const { name, bytes }: { name?: unknown; bytes?: unknown } = Object(found);
  return typeof name === 'string' && bytes instanceof ArrayBuffer ? { name, bytes } : null;
}

export async function forgetFile(digest: string): Promise<void> {
  await used('readwrite', (files) => files.delete(digest));
}
