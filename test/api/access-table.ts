// What every route answers to whom. A route that is not in here fails the test.

/** Who asks, in the order of the columns. */
export const askers = ['nobody', 'viewer', 'sales', 'marketing', 'admin', 'owner'] as const;
/** Programs by the one scope of their key, in the order of the columns of `keys`. */
export const keyAskers = ['read', 'write', 'leads', 'behaviours'] as const;
export type Asker = (typeof askers)[number] | (typeof keyAskers)[number];

/** A request that reaches as far as it can; `{…}` of the path are filled with what nothing has. */
export type AccessRow = {
  /** By column, the status. */
  readonly answers: string;
  /** The same for keys; absent: as to nobody, since keys open the API alone. */
  readonly keys?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
};

const everybody = (status: number, more: Omit<AccessRow, 'answers'> = {}): AccessRow => ({
  answers: askers.map(() => status).join(' '),
  ...more,
});

/** A press that anybody who is signed in may make. */
const signedIn = (answers: string): AccessRow => ({ answers, form: {} });

export const accessTable: Readonly<Record<string, AccessRow>> = {
  // What visitors of a website use: who is signed in is nothing to it.
  'GET /f/{form}': everybody(200),
  'GET /f/{form}.js': everybody(200),
  'GET /f/parts/{name}.js': everybody(404),
  'POST /f/{form}': everybody(422, { form: { email: 'none' } }),
  'GET /f/{form}/sent/{submission}': everybody(404),
  'POST /f/{form}/submissions': everybody(422, { json: {} }),
  'GET /f/{form}/challenge': everybody(404),
  'POST /f/{form}/next': everybody(200, { json: {} }),
  'POST /f/{form}/behaviours': everybody(202, { json: { behaviours: [] } }),
  'POST /f/{form}/counts': everybody(202, { json: { event: 'view', version: 1 } }),
  'POST /in/{source}': everybody(403, { json: {} }),
  'GET /v/{token}': everybody(404),
  'POST /v/{token}': everybody(404, { form: {} }),
  'POST /v/{token}/press': everybody(404, { form: {} }),
  'GET /quiet/{token}': everybody(404),
  'POST /quiet/{token}': everybody(404, { form: {} }),
  'POST /quiet/{token}/press': everybody(404, { form: {} }),
  'GET /v/page.css': everybody(200),
  'GET /v/page.js': everybody(200),
  'GET /schemas/{name}.json': everybody(404),
  'GET /openapi.json': everybody(200),
  'GET /healthz': everybody(200),
  'GET /favicon.ico': everybody(200),
  'GET /editor/files/{name}': everybody(404),

  // Coming in.
  //                                    nobody viewer sales marketing admin owner
  'GET /': { answers: '                    200    303   303       303   303   200' },
  'POST /sign-in': everybody(303, { form: { email: '{asker}@nowhere.example' } }),
  'GET /sign-in/sent': everybody(200),
  'GET /enter/{token}': everybody(404),
  'POST /enter/{token}': everybody(404, { form: {} }),
  'GET /gate/page.css': everybody(200),
  'GET /gate/page.js': everybody(200),
  'GET /forms': { answers: '               303    200   200       200   200   303' },
  'GET /attributes': { answers: '          303    200   200       200   200   303' },
  'GET /attributes/{place}': { answers: '  303    200   200       200   200   303' },
  'GET /companies': { answers: '           303    200   200       200   200   303' },
  'GET /teams': { answers: '               303    200   200       200   200   303' },
  'GET /teams/{place}': { answers: '       303    200   200       200   200   303' },
  'GET /companies/{place}': { answers: '   303    200   200       200   200   303' },
  'GET /forms/{place}': { answers: '       303    200   200       200   200   303' },
  'GET /inbox': { answers: '               303    200   200       200   200   303' },
  'GET /inbox/{place}': { answers: '       303    200   200       200   200   303' },
  'GET /quarantine': { answers: '          303    200   200       200   200   303' },
  'GET /quarantine/{place}': { answers: '  303    200   200       200   200   303' },
  'GET /review': { answers: '              303    200   200       200   200   303' },
  'GET /review/{place}': { answers: '      303    200   200       200   200   303' },
  'GET /ledger': { answers: '              303    200   200       200   200   303' },
  'GET /ledger/{place}': { answers: '      303    200   200       200   200   303' },
  'GET /agreement': { answers: '        303    200   200       200   200   303' },
  'GET /agreement/{place}': { answers: '303    200   200       200   200   303' },
  'GET /destinations': { answers: '        303    200   200       200   200   303' },
  'GET /destinations/{place}': { answers: '303    200   200       200   200   303' },
  'GET /changes': { answers: '             303    200   200       200   200   303' },
  'GET /changes/{place}': { answers: '     303    200   200       200   200   303' },
  'GET /account': { answers: '             303    200   200       200   200   303' },
  // At an address that is a number, as here, there are none.
  'POST /account/passkeys/task': signedIn('401   409   409       409   409   401'),
  'POST /account/passkeys': { answers: '   401    422   422       422   422   401', json: {} },
  'POST /account/passkeys/{id}/remove': signedIn('303 303 303 303 303 303'),
  'POST /sign-in/passkey/task': everybody(409, { form: {} }),
  'POST /sign-in/passkey': everybody(422, { json: {} }),
  'POST /account/workspaces': signedIn('   303    403   403       403   422   303'),
  'POST /account/workspaces/{id}/enter': signedIn('303 303 303 303 303 303'),
  'POST /account/sessions/{id}/end': signedIn('303 303 303 303 303 303'),

  // The people of a workspace. The owner key opens no pages.
  'GET /people': { answers: '              303    403   403       403   200   303' },
  'GET /people/{id}': { answers: '         303    403   403       403   404   303' },
  'POST /people': signedIn('               303    403   403       403   422   303'),
  'POST /people/invitations/{id}/renew': signedIn('303 403 403 403 404 303'),
  'POST /people/invitations/{id}/withdraw': signedIn('303 403 403 403 404 303'),
  'POST /people/{id}/role': signedIn('     303    403   403       403   404   303'),
  'POST /people/{id}/remove': signedIn('   303    403   403       403   404   303'),
  'POST /people/{id}/sessions/{session}/end': signedIn('303 403 403 403 404 303'),

  'GET /keys': { answers: '                303    403   403       403   200   303' },
  'POST /keys': signedIn('                 303    403   403       403   422   303'),
  'POST /keys/{id}/revoke': signedIn('     303    403   403       403   404   303'),

  // The API.
  'GET /api/me': { answers: '              401    200   200       200   200   200', keys: '200 200 200 200' },
  'GET /api/leads': { answers: '           401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/leads/{id}': { answers: '      401    404   404       404   404   404', keys: '403 403 404 403' },
  'GET /api/leads/{id}/company': { answers: '401 404   404       404   404   404', keys: '403 403 404 403' },
  'GET /api/inbox': { answers: '           401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/inbox/choices': { answers: '   401    200   200       200   200   200', keys: '403 403 200 403' },
  'PUT /api/inbox/views': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
    json: { views: [] },
  },
  'GET /api/submissions': { answers: '     401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/deliveries': { answers: '      401    200   200       200   200   200', keys: '403 403 200 403' },
  'POST /api/deliveries/{id}/replay': {
    answers: '401 403 409 409 409 409',
    keys: '403 409 403 403',
    json: {},
  },
  'POST /api/deliveries/replay': {
    answers: '401 403 202 202 202 202',
    keys: '403 202 403 403',
    json: {},
  },
  'GET /api/destinations': { answers: '    401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/destinations/{id}': { answers: '401 403 403 403 422 422', keys: '403 422 403 403', json: {} },
  'POST /api/destinations/{id}/remove': {
    answers: '401 403 403 403 404 404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/destinations/{id}/pause': {
    answers: '401 403 403 403 404 404',
    keys: '403 404 403 403',
    json: { paused: true },
  },
  'POST /api/destinations/{id}/secret': {
    answers: '401 403 403 403 404 404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/destinations/{id}/test': {
    answers: '401 403 403 403 404 404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/leads/{id}/timeline': { answers: '401 404 404 404 404 404', keys: '403 403 404 403' },
  'GET /api/questions': { answers: '       401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/attributes': { answers: '      401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/attributes/{id}': {
    answers: '                             401    403   403       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/attributes/{id}/archive': {
    answers: '                             401    403   403       404   404   404',
    keys: '403 404 403 403',
    json: { archived: true },
  },
  'POST /api/attributes/{id}/merge': {
    answers: '                             401    403   403       404   404   404',
    keys: '403 404 403 403',
    json: { into: 'none' },
  },
  'GET /api/companies': { answers: '       401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/companies/{domain}': { answers: '401  404   404       404   404   404', keys: '403 403 404 403' },
  'GET /api/target-lists': { answers: '    401    200   200       200   200   200', keys: '403 403 200 403' },
  'POST /api/target-lists/remove': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { list: 'none' },
  },
  'POST /api/accounts/import': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'PUT /api/accounts/{domain}': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/accounts/{domain}/remove': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/handoffs/{id}/verdict': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { kind: 'accepted' },
  },
  'POST /api/handoffs/{id}/verdict/undo': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/leads/{id}/stage': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { stage: 'sql' },
  },
  'POST /api/leads/{id}/assign': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { to: 'nobody@x.example' },
  },
  'POST /api/leads/{id}/claim': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/leads/{id}/merge': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { with: 'lead_other' },
  },
  'POST /api/leads/{id}/unmerge': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/leads/{id}/duplicates': { answers: '401 404 404 404 404 404', keys: '403 403 404 403' },
  'POST /api/handoffs/{id}/breach-reason': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { reason: 'absent' },
  },
  'GET /api/people': { answers: '          401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/people/{email}': {
    answers: '                             401    403   403       403   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/people/{email}/remove': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/teams': { answers: '           401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/teams/{id}': {
    answers: '                             401    403   403       403   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/teams/{id}/remove': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/people/{email}/holds': { answers: '401 404 404 404 404 404', keys: '403 403 404 403' },
  // For others; everybody who works with leads may for themselves.
  'POST /api/people/{email}/away': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: { from: '2027-01-01', to: '2027-01-02' },
  },
  'POST /api/people/{email}/back': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/people/{email}/hand-on': {
    answers: '                             401    403   403       403   422   422',
    keys: '403 422 403 403',
    json: { to: 'nobody@x.example' },
  },
  'POST /api/leads/{id}/notes': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { text: 'Hello' },
  },
  'POST /api/notes/{id}/answer': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { text: 'Hello' },
  },
  'POST /api/submissions/{id}/release': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/submissions/{id}/confirm': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/submissions/{id}/judge': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/trusted/{id}/remove': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/trusted': { answers: '         401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/review/numbers': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/numbers/{number}/leads': {
    answers: '                             401    404   404       404   404   404',
    keys: '403 403 404 403',
  },
  'GET /api/review/leads': {
    answers: '                             401    422   422       422   422   422',
    keys: '403 403 422 403',
  },
  'GET /api/review/commitments': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/definitions': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/money': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/spend': { answers: '           401    200   200       200   200   200', keys: '403 403 200 403' },
  'PUT /api/spend': {
    answers: '                             401    403   403       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'GET /api/review/choices': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/funnel': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/speed': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/rejections': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/asked': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'GET /api/review/report': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'POST /api/review/report/send': {
    answers: '                             401    409   409       409   409   409',
    keys: '403 403 409 403',
    json: {},
  },
  'GET /api/review/alerts': {
    answers: '                             401    200   200       200   200   200',
    keys: '403 403 200 403',
  },
  'POST /api/review/alerts/{id}/mute': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/review/unmute': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { form: 'none', what: '*' },
  },
  'PUT /api/review/settings': {
    answers: '                             401    403   403       403   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'GET /api/ledger': { answers: '          401    200   200       200   200   200', keys: '403 403 200 403' },
  'POST /api/leads': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/leads/import': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/history': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/history/check': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/history/{id}/rows': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: { from: 0, rows: [] },
  },
  'POST /api/history/{id}/take-back': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/history': { answers: '         401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/history/baseline': { answers: '401 200 200 200 200 200', keys: '403 403 200 403' },
  'GET /api/history/findings': { answers: '401 200 200 200 200 200', keys: '403 403 200 403' },
  'GET /api/export/leads': { answers: '    401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/export/events': { answers: '   401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/export/numbers': { answers: '  401    200   200       200   200   200', keys: '403 403 200 403' },
  'GET /api/start': { answers: '           401    200   200       200   200   200', keys: '200 403 403 403' },
  'GET /api/leads/{id}/export': { answers: '401 403 403 403 404 404', keys: '403 403 403 403' },
  'POST /api/leads/{id}/erase': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 403 403 403',
    json: {},
  },
  'GET /api/sources': { answers: '         401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/sources/{id}': {
    answers: '    401    403   403       403   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/sources/{id}/secret': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/sources/{id}/remove': {
    answers: '                             401    403   403       403   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/behaviours': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 403 403 404',
    json: { email: 'nobody@x.example', event: 'webinar', at: '2026-11-20T17:00:00Z' },
  },
  'GET /api/workspace': { answers: '       401    200   200       200   200   200', keys: '200 403 403 403' },
  'PUT /api/workspace': {
    answers: '       401    403   403       200   200   200',
    keys: '403 200 403 403',
    json: { format: 1 },
  },
  'GET /api/forms': { answers: '           401    200   200       200   200   200', keys: '200 403 403 403' },
  'GET /api/forms/{form}/draft': { answers: '401 200 200 200 200 200', keys: '200 403 403 403' },
  'GET /api/forms/{form}/draft.js': { answers: '401 200 200 200 200 200', keys: '200 403 403 403' },
  'GET /api/forms/{form}/parts/{name}.js': { answers: '401 404 404 404 404 404', keys: '404 403 403 403' },
  // Takes the right to read leads and the one to read forms: no key with one scope has both.
  'POST /api/forms/{form}/try': { answers: '401 200 200 200 200 200', keys: '403 403 403 403', json: {} },
  'GET /api/forms/{form}/numbers': { answers: '401 200 200 200 200 200', keys: '200 403 403 403' },
  'POST /api/forms/{form}/site-check': {
    answers: '401 403 403 422 422 422',
    keys: '403 422 403 403',
    json: {},
  },
  'PUT /api/forms/{form}/draft': { answers: '401 403 403 422 422 422', keys: '403 422 403 403', json: {} },
  'POST /api/forms/{form}/draft/drop': {
    answers: '401 403 403 404 404 404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/forms/{form}/publish': { answers: '401 403 403 422 422 422', keys: '403 422 403 403', json: {} },
  'POST /api/forms/{form}/publish/cancel': {
    answers: '401 403 403 404 404 404',
    keys: '403 404 403 403',
    json: {},
  },
  'GET /api/forms/{form}/versions': { answers: '401 200 200 200 200 200', keys: '200 403 403 403' },
  'GET /api/forms/{form}/versions/{version}': { answers: '401 404 404 404 404 404', keys: '404 403 403 403' },
  'GET /api/forms/{form}/changes': { answers: '401 422 422 422 422 422', keys: '422 403 403 403' },
  'POST /api/forms/{form}/versions/{version}/restore': {
    answers: '                             401    403   403       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'GET /api/agreement': { answers: '       401    200   200       200   200   200', keys: '200 403 403 403' },
  'GET /api/agreements': { answers: '      401    200   200       200   200   200', keys: '200 403 403 403' },
  'GET /api/agreements/{version}': { answers: '401 404 404 404 404 404', keys: '404 403 403 403' },
  'PUT /api/agreement/draft': {
    answers: ' 401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  'POST /api/agreement/draft/drop': { answers: '401 403 404 404 404 404', keys: '403 404 403 403', json: {} },
  'POST /api/agreement/propose': { answers: '401 403 422 422 422 422', keys: '403 422 403 403', json: {} },
  'POST /api/agreement/review': { answers: '401 403 204 204 204 204', keys: '403 204 403 403', json: {} },
  // A signature is a person's, of one of two sides.
  'POST /api/agreements/{version}/sign': {
    answers: '401 403 422 422 403 403',
    keys: '403 403 403 403',
    json: {},
  },
  'POST /api/agreements/{version}/withdraw': {
    answers: '                             401    403   404       404   404   404',
    keys: '403 404 403 403',
    json: {},
  },
  'POST /api/agreements/{version}/comments': {
    answers: '                             401    403   422       422   422   422',
    keys: '403 422 403 403',
    json: {},
  },
  // Takes the right to read leads and the one to read the workspace: no key with one scope has both.
  'POST /api/agreement/replay': { answers: '401 422 422 422 422 422', keys: '403 403 403 403', json: {} },
  'POST /api/agreement/evidence': { answers: '401 422 422 422 422 422', keys: '403 403 403 403', json: {} },
  'GET /api/calibration': { answers: '     401    200   200       200   200   200', keys: '403 403 403 403' },
  'POST /api/calibration': { answers: '401 422 422 422 422 422', keys: '403 403 403 403', json: {} },
  'POST /api/calibration/draft': { answers: '401 403 422 422 422 422', keys: '403 403 403 403', json: {} },
  'GET /api/agreement/points': { answers: '401 200 200 200 200 200', keys: '403 403 200 403' },
  'GET /api/leads/{id}/scores': { answers: '401 404 404 404 404 404', keys: '403 403 404 403' },
  'GET /api/audit': { answers: '           401    403   403       403   200   200', keys: '403 403 403 403' },
  'POST /api/owner-link': {
    answers: '     401    403   403       403   403   409',
    keys: '403 403 403 403',
    json: {},
  },
  'POST /api/sign-in-link': {
    answers: '                             401    403   403       403   403   404',
    keys: '403 403 403 403',
    json: { email: 'nobody@x.example' },
  },

  // Last, since nobody is signed in after it.
  'POST /sign-out': signedIn('             303    303   303       303   303   303'),
};
