-- question: Which commitments of one series does another make in the same year?
-- parameter series: the series that may follow, such as 重庆
-- parameter other: the series it is held against, such as 全国
-- parameter year (optional): only this year
-- column year: the year
-- column other_text: the words of the other series
-- column text: the words of the series
-- column other_first_year: the year the other series first made the commitment
-- column first_year: the year the series first made it
-- column score: how sure the link between the two is, from 0 to 1
-- column other_commitment_id: the commitment in the other series
-- column commitment_id: the commitment in the series
select
    year,
    other_text,
    text,
    other_first_year,
    first_year,
    score,
    other_commitment_id,
    commitment_id
from shared_commitments
where
    series = :series
    and other_series = :other
    and (:year is null or year = :year)
order by year, other_item_id, item_id;
