-- Looks first, then writes: what most programs do.
SELECT count(*)
FROM appointment
WHERE therapist_id = :therapist_id
  AND starts_at < :ends_at
  AND ends_at > :starts_at;
-- expect = 0

INSERT INTO appointment (therapist_id, patient, starts_at, ends_at)
VALUES (:therapist_id, :patient, :starts_at, :ends_at);
