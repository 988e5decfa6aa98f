// Where a table is chosen.
import { decodeText } from '../draft/decode-text.ts';

type Props = { readonly onText: (file: { readonly name: string; readonly text: string } | null) => void };

export function FileField({ onText }: Props) {
  const choose = async (file: File): Promise<void> =>
    onText({ name: file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())) });
  return (
    <label className="block">
      <span className="mb-1 block text-sm font-medium">File</span>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="w-full rounded-control border border-dashed border-line p-4 text-soft file:mr-3 file:h-8 file:cursor-pointer file:rounded-control file:border file:border-line file:bg-card file:px-2.5 file:text-sm file:font-medium file:text-ink"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file === undefined) onText(null);
          else void choose(file);
        }}
      />
    </label>
  );
}
