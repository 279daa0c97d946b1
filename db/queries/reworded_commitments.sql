-- question: Which commitments does the new document carry on in other words?
-- document old: the older document
-- document new: the newer document
-- column changes: all that is different, such as reworded,broadened
-- column old_text: the commitment in the old document
-- column new_text: the commitment in the new document
-- column old_section: the heading it stood under
-- column new_section: the heading it stands under now
-- column old_line: the line of the old document it starts on
-- column new_line: the line of the new document it starts on
-- column score: how sure the link between the two is, from 0 to 1
select
    changes,
    old_text,
    new_text,
    old_section,
    new_section,
    old_line,
    new_line,
    score
from changes
where
    ',' || changes || ',' like '%,reworded,%'
    and (old_label = :old or old_series || '/' || old_label = :old)
    and (new_label = :new or new_series || '/' || new_label = :new)
order by old_start, new_start;
