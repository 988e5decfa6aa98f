// `npm run bench`: prints what was measured, and judges nothing. `npm run bench -- submission` runs one of them.
import { benchCalibration } from './calibration.ts';
import { benchConditions } from './conditions.ts';
import { benchEditor } from './editor/index.ts';
import { benchFullDesk } from './full-desk.ts';
import { benchEmbed } from './embed/index.ts';
import { benchLatency } from './latency.ts';
import { benchReplay } from './replay.ts';
import { benchReview } from './review.ts';
import { benchReviewWay } from './review-way.ts';
import { benchScore } from './score.ts';
import { benchSubmission } from './submission.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  submission: benchSubmission,
  full: benchFullDesk,
  latency: benchLatency,
  score: benchScore,
  replay: benchReplay,
  review: benchReview,
  calibration: benchCalibration,
  conditions: benchConditions,
  embed: benchEmbed,
  editor: benchEditor,
  'review-way': benchReviewWay,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length === 0 || asked.includes(name)) await bench();
  }
}
