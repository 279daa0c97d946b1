-- question: Which commitments did a year introduce, and do they still stand?
-- parameter year: the year
-- parameter series (optional): only this series
-- column series: the series
-- column commitment_id: the commitment
-- column text: its words
-- column figures: its targets, if it has any
-- column section: the heading it stands under
-- column years: in how many years it has been promised since
-- column status: what it is in the newest year
select
    series,
    commitment_id,
    text,
    figures,
    section,
    years,
    status
from commitment_timeline
where
    standing = 'introduced'
    and year = :year
    and commitment_id not in (select id from commitments where set_phrase = 1)
    and (:series is null or series = :series)
order by series, years desc, item_id;
