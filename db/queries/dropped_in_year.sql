-- question: Which commitments went in a year, and had stood for how long?
-- parameter year: the first year that promises them no more
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column first_label: the document that introduced it
-- column last_label: the last document that promised it
-- column years: in how many years it was promised
-- column last_text: its last words
-- column last_section: the heading they stood under
-- column answer: what the document of the year says came of it
select
    series,
    commitment_id,
    first_label,
    last_label,
    years,
    last_text,
    last_section,
    answer
from dropped_commitments
where
    year = :year
    and commitment_id not in (select id from commitments where set_phrase = 1)
    and (:series is null or series = :series)
order by series, years desc, last_item_id;
