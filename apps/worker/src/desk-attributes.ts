// What the API asks of a Desk about the catalogue of attributes.
import type { Actor } from './access/rights.ts';
import { DeskPeople } from './desk-people.ts';
import type { Merge } from './desk/attributes/attribute-desk.ts';
import type { HandAnswer } from './desk/hands/answer.ts';

export class DeskAttributes extends DeskPeople {
  attributes(actor: Actor): string {
    return this.desk.as(actor).attributes.list();
  }

  saveAttribute(actor: Actor, id: string, given: unknown): HandAnswer {
    return this.desk.as(actor).attributes.save(id, given);
  }

  archiveAttribute(actor: Actor, id: string, archived: boolean): HandAnswer {
    return this.desk.as(actor).attributes.archive(id, archived);
  }

  mergeAttribute(actor: Actor, id: string, merge: Merge): HandAnswer {
    return this.desk.as(actor).attributes.merge(id, merge);
  }
}
