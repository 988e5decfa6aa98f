// A form that is sent daily for weeks, and then by hardly anybody who begins it, written behind the Desk's back.

const day = 24 * 60 * 60_000;

/** @param last epoch ms in the last of three days on which hardly anybody goes on */
export function plantFall(
  run: (statement: string, ...values: (string | number)[]) => void,
  last: number,
): void {
  for (let ago = 32; ago >= 0; ago -= 1) {
    const at = last - ago * day;
    const sent = ago > 2 ? 40 : 6;
    run(
      `INSERT INTO counts (form, version, day, event, step, count) VALUES ('demo', 1, ?1, 'view', '', 200), ('demo', 1, ?1, 'start', '', 100)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
      new Date(at).toISOString().slice(0, 10),
    );
    run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO submissions (public_id, secret, form, version, final, answers, visit, state, agreement, reply, at, updated_at)
       SELECT 'sub_' || lower(hex(randomblob(8))), lower(hex(randomblob(16))), 'demo', 1, 1, '{}', '{}', 'nurture', 1, '{}',
         ? + i * 60000, ? FROM n`,
      sent,
      at,
      at,
    );
    run(
      `INSERT INTO accepted (day, count, erased) VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET count = count + excluded.count`,
      Math.floor(at / day),
      sent,
    );
  }
}
