-- question: Which commitments and targets of the old document does the new one not carry on?
-- document old: the older document
-- document new: the newer document
-- column section: the heading it stands under
-- column text: the commitment
-- column figures: its targets, if it has any
-- column caveat: outside_coverage where the new document breaks off before its place
-- column line: the line of the old document it starts on
select
    old_section as section,
    old_text as text,
    old_figures as figures,
    caveat,
    old_line as line
from changes
where
    status = 'dropped'
    and (old_label = :old or old_series || '/' || old_label = :old)
    and (new_label = :new or new_series || '/' || new_label = :new)
order by old_start, old_item_id;
