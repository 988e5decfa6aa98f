// As many leads as asked for, as wide as real ones, put straight into storage: copies of one lead that the Desk itself
// has taken, under other names, owners, scores and stages; one in so many waits for a verdict.
import { arrivalOf, type NodeDesk } from './desk-on-node.ts';

/** @param waiting one lead in so many has an open handoff */
export function fillWithLeads({ desk, sql, now }: NodeDesk, count: number, waiting = 20): void {
  const stored = desk.intake.submit(
    arrivalOf(
      { email: 'seed@seed.example', name: 'Seed', size: '51-500', role: 'manager', team: 12 },
      {
        visit: { utm_source: 'google', device: 'desktop' },
        behaviours: [{ path: '/pricing', at: now - 60_000 }],
      },
    ),
  );
  if (stored.kind !== 'stored') throw new Error(`Not taken: ${JSON.stringify(stored)}`);
  const columns = `(id, public_id, email, attributes, visit, domain, tier, stage, owner, handoff, ever_handed_off, dipped,
    score, total, agreement, created_at, updated_at, words, source, forms, ledger)`;
  sql.run(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO leads ${columns}
     SELECT 10 + i, 'lead_' || printf('%012d', i), 'person' || i || '@company' || (i % 20000) || '.example',
       json_set(attributes, '$.name', 'Person ' || i), visit, 'company' || (i % 20000) || '.example',
       CASE WHEN i % 7 = 0 THEN 'hot' WHEN i % 3 = 0 THEN 'mql' ELSE 'nurture' END,
       CASE WHEN i % ? = 0 THEN 'mql' WHEN i % 11 = 0 THEN 'sal' WHEN i % 53 = 0 THEN 'won' ELSE 'lead' END,
       CASE WHEN i % ? = 0 OR i % 11 = 0 THEN CASE WHEN i % 2 = 0 THEN 'ann@baton.example' ELSE 'bob@baton.example' END END,
       CASE WHEN i % ? = 0 THEN 10 + i END, i % ? = 0, 0, score, i * 7919 % 101, agreement,
       created_at + i * 1000, created_at + i * 1000,
       'person ' || i || char(10) || 'company ' || (i % 20000) || char(10) || 'person' || i || '@company' || (i % 20000) || '.example',
       CASE i % 5 WHEN 0 THEN 'google' WHEN 1 THEN 'linkedin' WHEN 2 THEN 'partner.example' END,
       ' demo ', CASE WHEN i % ? = 0 THEN 'handed_off' ELSE 'nurture' END
     FROM n CROSS JOIN (SELECT * FROM leads ORDER BY id LIMIT 1)`,
    count,
    ...Array.from({ length: 5 }, () => waiting),
  );
  sql.run(
    `INSERT INTO handoffs (id, public_id, lead, owner, why, tier, score, agreement, at, deadline, delivered_at, deadline_in_force)
     SELECT l.id, 'hand_' || printf('%012d', l.id), l.id, l.owner, h.why, l.tier, h.score, h.agreement, h.at,
       h.at + (l.id % 2000 - 200) * 60000, h.at, CASE WHEN l.id % 3 = 0 THEN NULL ELSE h.at + (l.id % 2000 - 200) * 60000 END
     FROM leads l CROSS JOIN (SELECT * FROM handoffs ORDER BY id LIMIT 1) h WHERE l.handoff IS NOT NULL AND l.id > 10`,
  );
  sql.run(`ANALYZE`);
}
