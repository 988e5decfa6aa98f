// What the API asks of a Desk about the workspace's people and teams.
import type { Actor } from './access/rights.ts';
import { DeskCompanies } from './desk-companies.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import type { GivenPerson, GivenTeam } from './desk/people/people-desk.ts';

export class DeskPeople extends DeskCompanies {
  people(actor: Actor): string {
    return this.desk.as(actor).people.people();
  }

  teams(actor: Actor): string {
    return this.desk.as(actor).people.teams();
  }

  savePerson(actor: Actor, email: string, given: GivenPerson): HandAnswer {
    return this.desk.as(actor).people.savePerson(email, given);
  }

  removePerson(actor: Actor, email: string): HandAnswer {
    return this.desk.as(actor).people.removePerson(email);
  }

  saveTeam(actor: Actor, id: string, given: GivenTeam): HandAnswer {
    return this.desk.as(actor).people.saveTeam(id, given);
  }

  removeTeam(actor: Actor, id: string): HandAnswer {
    return this.desk.as(actor).people.removeTeam(id);
  }
}
