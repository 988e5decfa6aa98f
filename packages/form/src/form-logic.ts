import type { Catalogue } from '@baton/rules';
import type { Field, Form, Logic } from './types.ts';

/** The public logic of a form: all that is needed to decide visibility, requirement and checks. */
export declare function formLogic(form: Form, catalogue: Catalogue): Logic;

/** The e-mail field that says whose lead this is: the first that every visitor must fill in. */
export declare function identityField(form: Form): Field | undefined;
