-- question: What became of a commitment, year by year?
-- parameter commitment: its id, or how the id begins
-- column year: the year
-- column standing: introduced, carried, revived, absent, dropped, completed, merged or not_covered
-- column changes: how the wording differs from the one before
-- column text: its words in that year
-- column figures: its targets, if it has any
-- column section: the heading it stands under
-- column line: the line of the document it starts on
-- column answer: what the next year's document says came of it
-- column result_text: its words
select
    year,
    standing,
    changes,
    text,
    figures,
    section,
    line,
    answer,
    result_text
from commitment_timeline
where substr(commitment_id, 1, length(:commitment)) = :commitment
order by commitment_id, year, line;
