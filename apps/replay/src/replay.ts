// `npm run replay`: the program around `scoreLeads`. Exits with 0 when leads were scored, 1 when none could be, 2 when
// the command line is not understood.
import { readFlags, usage } from './flags.ts';
import { jsonReport } from './json-report.ts';
import { scoreLeads } from './score-leads.ts';
import { textReport } from './text-report.ts';

const read = readFlags(process.argv.slice(2));
if (read.kind === 'help') console.log(usage);
else if (read.kind === 'refused') {
  console.error(`${read.says}\n\n${usage}`);
  process.exitCode = 2;
} else {
  // A file half written is swept away when the process ends.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const { request } = read;
  const scored = await scoreLeads(request);
  if (!scored.ok) {
    console.error(scored.faults.join('\n'));
    process.exitCode = 1;
  } else {
    const { findings } = scored;
    if (request.json) {
      console.log(JSON.stringify(jsonReport(findings), null, 2));
      for (const warning of findings.warnings) console.error(`Warning: ${warning}`);
      if (findings.rows === 0) console.error('No lead could be scored.');
    } else console.log(textReport(findings));
    if (findings.rows === 0) process.exitCode = 1;
  }
}
