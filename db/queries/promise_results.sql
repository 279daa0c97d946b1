-- question: What does the next year's document report on each promise?
-- parameter year (optional): only promises of this year
-- parameter series (optional): only this series
-- parameter answer (optional): only exceeded, met, missed, progressed, reported, not_mentioned, not_covered or pending ones
-- column series: the series
-- column label: the document that promises
-- column text: the promise
-- column figures: its targets, if it has any
-- column answer: what the next year's document says came of it
-- column result_label: the document that reports, or would
-- column result_text: its words; empty where it says nothing
-- column score: how sure the link between the two is, from 0 to 1
-- column commitment_id: the commitment
select
    series,
    label,
    text,
    figures,
    answer,
    result_label,
    result_text,
    score,
    commitment_id
from promise_results
where
    (:year is null or year = :year)
    and (:series is null or series = :series)
    and (:answer is null or answer = :answer)
order by series, year, item_id;
