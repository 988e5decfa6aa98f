// Past leads come in: a file is chosen, its columns are named, every row is looked at, and then it is sent piece by piece.
// What is under way goes on by itself after a reload, as long as this browser has the file.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HistoryImport } from '@baton/worker/api-types';
import { useEffect, useRef, useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Failed, Loading } from '../../parts/state.tsx';
import { forgetFile, keptFile } from './kept-file.ts';
import { ChooseFile } from './choose-file.tsx';
import { NameColumns } from './name-columns.tsx';
import { PastImports } from './past-imports.tsx';
import { readPastFile, type PastFile } from './past-file.ts';
import { sendFile } from './send-rows.ts';
import { importsQuery } from './start-queries.ts';
import { Under } from './under-way.tsx';
import { refusalInWords } from '../../server/refusal.ts';

type Running = { readonly at: HistoryImport; readonly isWaiting: boolean };

export function ImportPanel() {
  const queries = useQueryClient();
  const { data, isError, error, refetch } = useQuery(importsQuery);
  const [file, setFile] = useState<PastFile | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (chosen: PastFile, begun: HistoryImport): Promise<void> => {
    if (stop.current !== null) return;
    const controller = new AbortController();
    stop.current = controller;
    setTrouble(null);
    setRunning({ at: begun, isWaiting: false });
    try {
      await sendFile(
        chosen,
        begun,
        {
          signal: controller.signal,
          onWait: (isWaiting) => setRunning((was) => was && { ...was, isWaiting }),
        },
        (at) => setRunning({ at, isWaiting: false }),
      );
      await forgetFile(chosen.digest);
      setFile(null);
    } catch (problem) {
      if (controller.signal.aborted) return;
      setTrouble(refusalInWords(problem));
    }
    stop.current = null;
    setRunning(null);
    await queries.invalidateQueries();
  };

  const open = data?.imports.find(({ state }) => state === 'under_way') ?? null;
  const goOn = useRef(run);
  goOn.current = run;
  const openId = open?.id ?? null;
  // After a reload: this browser may still have the file.
  useEffect(() => {
    if (open === null || stop.current !== null) return;
    let isHere = true;
    const resume = async (): Promise<void> => {
      const kept = await keptFile(open.digest);
      const read = kept === null ? null : await readPastFile(kept.name, new Uint8Array(kept.bytes));
      if (isHere && read?.ok === true) await goOn.current(read.file, open);
    };
    void resume();
    return () => {
      isHere = false;
    };
  }, [openId]);

  const chosen = (next: PastFile): void => {
    if (open !== null && open.digest === next.digest) void run(next, open);
    else setFile(next);
  };
  return (
    <Panel
      title="Past leads"
      about="A table of leads from your CRM or spreadsheets, with what became of them. They count as if they had happened here; nobody is told, and none is handed off."
    >
      <div id="past" className="scroll-mt-6">
        {isError ? (
          <Failed error={error} again={() => void refetch()} />
        ) : data === undefined ? (
          <Loading />
        ) : running !== null ? (
          <Under at={running.at} isWaiting={running.isWaiting} />
        ) : file === null ? (
          <div className="space-y-5">
            <ChooseFile open={open} onChosen={chosen} />
            {trouble !== null && (
              <p role="alert" className="text-bad">
                {trouble}
              </p>
            )}
            <PastImports imports={data.imports} />
          </div>
        ) : (
          <NameColumns
            file={file}
            onBegun={(begun) => void run(file, begun)}
            onDropped={() => {
              setFile(null);
              setTrouble(null);
            }}
          />
        )}
      </div>
    </Panel>
  );
}
