-- question: Which commitments and targets are new in the new document?
-- document old: the older document
-- document new: the newer document
-- column section: the heading it stands under
-- column text: the commitment
-- column figures: its targets, if it has any
-- column caveat: outside_coverage where the old document breaks off before its place
-- column line: the line of the new document it starts on
select
    new_section as section,
    new_text as text,
    new_figures as figures,
    caveat,
    new_line as line
from changes
where
    status = 'added'
    and (old_label = :old or old_series || '/' || old_label = :old)
    and (new_label = :new or new_series || '/' || new_label = :new)
order by new_start, new_item_id;
