-- Report how often each title was lent last year: reads the whole period on purpose; no index helps a count over everything.
-- :from_lent_on date (loan.lent_on)
-- :until_lent_on date (loan.lent_on)
SELECT title.id AS title_id,
       title.title,
       title.author,
       title.subject,
       count(loan.id) AS loans
FROM title
LEFT JOIN item ON title.id = item.title_id
LEFT JOIN loan ON item.id = loan.item_id AND loan.lent_on >= :from_lent_on AND loan.lent_on < :until_lent_on
GROUP BY title.id, title.title, title.author, title.subject
ORDER BY count(loan.id) DESC, title.id;
