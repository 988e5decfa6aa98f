// What the API asks of a Desk about calibration.
import type { Actor } from './access/rights.ts';
import { DeskTermsApi } from './desk-terms-api.ts';
import type { CalibrationAnswer, Drafting } from './desk/calibration/calibration-desk.ts';
import type { Asked } from './desk/calibration/calibration-run.ts';
import type { Outcome } from './desk/calibration/outcome-of.ts';

export class DeskCalibration extends DeskTermsApi {
  calibration(actor: Actor, outcome: Outcome): string {
    return this.desk.as(actor).calibration.read(outcome);
  }

  /** Visitors get their turn between two pieces. */
  calibrate(actor: Actor, asked: Asked): Promise<CalibrationAnswer> {
    return this.desk.as(actor).calibration.run(asked);
  }

  draftCalibration(actor: Actor, drafting: Drafting): CalibrationAnswer {
    return this.desk.as(actor).calibration.draft(drafting);
  }
}
