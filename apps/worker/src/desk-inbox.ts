// What the API asks of a Desk's inbox: whoever acts is asked for at the Desk again.
import type { Actor } from './access/rights.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import type { InboxQuery } from './desk/inbox/inbox-query.ts';
import type { OwnView } from './desk/inbox/own-views.ts';
import { DeskHost } from './desk-host.ts';

export class DeskInbox extends DeskHost {
  inbox(actor: Actor, query: InboxQuery): HandAnswer {
    return this.desk.as(actor).inbox.list(query);
  }

  inboxChoices(actor: Actor): HandAnswer {
    return this.desk.as(actor).inbox.choices();
  }

  companyOfLead(actor: Actor, lead: string): HandAnswer {
    return this.desk.as(actor).inbox.company(lead);
  }

  keepInboxViews(actor: Actor, views: readonly OwnView[]): HandAnswer {
    return this.desk.as(actor).inbox.keepViews(views);
  }
}
