// What the API asks of a Desk about companies and target accounts.
import type { Actor } from './access/rights.ts';
import { DeskCalibration } from './desk-calibration.ts';
import type { Account } from './desk/companies/accounts.ts';
import type { AccountFile } from './desk/companies/company-desk.ts';
import type { CompanyQuery } from './desk/companies/company-list.ts';
import type { HandAnswer } from './desk/hands/answer.ts';

export class DeskCompanies extends DeskCalibration {
  companies(actor: Actor, query: CompanyQuery): string {
    return this.desk.as(actor).companies.list(query);
  }

  company(actor: Actor, domain: string): HandAnswer {
    return this.desk.as(actor).companies.read(domain);
  }

  targetLists(actor: Actor): HandAnswer {
    return this.desk.as(actor).companies.lists();
  }

  saveAccount(actor: Actor, domain: string, given: Omit<Account, 'domain'>): HandAnswer {
    return this.desk.as(actor).companies.save(domain, given);
  }

  importAccounts(actor: Actor, file: AccountFile): HandAnswer {
    return this.desk.as(actor).companies.takeFile(file);
  }

  removeAccount(actor: Actor, domain: string): HandAnswer {
    return this.desk.as(actor).companies.remove(domain);
  }

  removeTargetList(actor: Actor, list: string): HandAnswer {
    return this.desk.as(actor).companies.removeList(list);
  }
}
