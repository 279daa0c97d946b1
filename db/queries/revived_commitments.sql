-- question: Which commitments came back after years of absence?
-- parameter year (optional): only those that came back in this year
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column last_label: the last document that had promised it
-- column label: the document that promises it again
-- column absent_years: in how many of the series' years it was absent
-- column last_text: its words before
-- column text: its words now
select
    series,
    commitment_id,
    last_label,
    label,
    absent_years,
    last_text,
    text
from revived_commitments
where
    (:year is null or year = :year)
    and commitment_id not in (select id from commitments where set_phrase = 1)
    and (:series is null or series = :series)
order by series, absent_years desc, year, item_id;
