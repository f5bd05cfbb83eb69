-- Upload a payroll file: writes its payroll lines in one statement.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :payroll_lines jsonb ($rows.payroll_line)
INSERT INTO payroll_line (id, payroll_id, wallet_id, amount, created_at)
SELECT gen_random_uuid(), CAST(:id AS uuid), line.wallet_id, line.amount, CAST(:now AS timestamptz)
FROM jsonb_to_recordset(CAST(:payroll_lines AS jsonb)) AS line (wallet_id uuid, amount bigint);
