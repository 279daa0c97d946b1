-- question: Which promises of the old document does the new one report on?
-- document old: the older document
-- document new: the newer document
-- column old_text: the commitment or target in the old document
-- column new_text: what the new document says was done
-- column outcome: exceeded, met, missed, progressed, or only reported
-- column old_line: the line of the old document it starts on
-- column new_line: the line of the new document it starts on
-- column score: how sure the link between the two is, from 0 to 1
select
    old_items.text as old_text,
    new_items.text as new_text,
    links.outcome,
    old_items.line as old_line,
    new_items.line as new_line,
    links.score
from links
join items_in_context as old_items on old_items.item_id = links.old_item_id
join items_in_context as new_items on new_items.item_id = links.new_item_id
where
    links.type = 'report'
    and (old_items.label = :old or old_items.series || '/' || old_items.label = :old)
    and (new_items.label = :new or new_items.series || '/' || new_items.label = :new)
order by old_items.position, new_items.position;
